import { RESTORING_CALLS } from '../domain/restoring-call.ts';
import type { InformationalCall, Technique } from '../domain/technique.ts';
import {
  checkLength,
  type EventPattern,
  longestOf,
  MAX_PATTERN_CHARACTERS,
  type OwnNames,
} from './event-pattern.ts';
import { aboutOwnParts, canBeBounded } from './own-part-filter.ts';
import { unlessRoutine } from './routine-calls.ts';

export interface ApiCallPattern {
  /** The host names of the services whose calls it matches. */
  readonly eventSources: readonly string[];
  readonly pattern: EventPattern;
}

/** What services do of their own accord, such as an S3 batch job, has a record, too. */
const RECORDS = ['AWS API Call via CloudTrail', 'AWS Service Event via CloudTrail'];

/** Services with no more calls than this share a pattern. */
const FEW = 3;

/** A call by its name, and what its record must fulfil beside it. */
interface WatchedCall {
  readonly eventSource: string;
  readonly eventName: string;
  readonly only: EventPattern;
}

type WatchedTechnique = Pick<Technique, 'calls' | 'subject'>;
type ToldCall = Pick<InformationalCall, 'eventSource' | 'eventName'>;

/**
 * The calls that techniques and people want to know of, one pattern for each service, and one for those of which there are few
 * calls. A service with more calls than a pattern holds has several.
 * @throws Error when a single call makes a pattern that is longer than EventBridge takes
 */
export function apiCallPatterns(
  techniques: readonly WatchedTechnique[],
  informational: readonly ToldCall[],
  own: OwnNames,
): readonly ApiCallPattern[] {
  const services = Map.groupBy(
    watchedCalls(techniques, informational, own),
    ({ eventSource }) => eventSource,
  );
  const [few, many] = partition([...services.values()], hasFew);
  const groups = few.length > 1 ? [...many, few.flat()] : [...many, ...few];
  return groups.flatMap((calls) =>
    patternsOf(calls, own).map((pattern) => ({ eventSources: sourcesOf(calls), pattern })),
  );
}

const hasFew = (calls: readonly WatchedCall[]) =>
  calls.length <= FEW && calls.every(({ only }) => Object.keys(only).length === 0);

const sourcesOf = (calls: readonly WatchedCall[]) => [
  ...new Set(calls.map(({ eventSource }) => eventSource)),
];

/** Each call once. Data events are as many as there are objects: they have a pattern of their own. */
function watchedCalls(
  techniques: readonly WatchedTechnique[],
  informational: readonly ToldCall[],
  own: OwnNames,
): readonly WatchedCall[] {
  const ofTechniques = techniques.flatMap(({ calls, subject }) =>
    calls
      .filter(({ isDataPlane }) => !isDataPlane)
      .flatMap(({ eventSource, eventNames }) =>
        eventNames.map((eventName) => ({ eventSource, eventName, subject })),
      ),
  );
  const told = informational.map(({ eventSource, eventName }) => ({ eventSource, eventName, subject: null }));
  const alike = Map.groupBy(
    [...ofTechniques, ...told],
    ({ eventSource, eventName }) => `${eventSource} ${eventName}`,
  );
  return [...alike]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [first, ...others]]) => {
      if (!first) return [];
      const { eventSource, eventName } = first;
      const subjects = new Set([first, ...others].flatMap(({ subject }) => subject ?? []));
      return { eventSource, eventName, only: conditionOf({ eventSource, eventName, subjects }, own) };
    });
}

interface CallWithSubjects {
  readonly eventSource: string;
  readonly eventName: string;
  /** Empty for a call that is only told. */
  readonly subjects: ReadonlySet<Technique['subject']>;
}

function conditionOf({ eventSource, eventName, subjects }: CallWithSubjects, own: OwnNames): EventPattern {
  const isOfGuardAlone = [...subjects].every((subject) => subject === 'guard');
  if (isOfGuardAlone && canBeBounded(eventSource)) return aboutOwnParts(eventSource, own);
  if (subjects.size === 0 && isHarmless(eventName)) return notByGuard(own);
  return unlessRoutine(eventSource, eventName) ?? {};
}

/** StartLogging: whoever holds the guard's role can do no harm with it. Of its other calls each is seen. */
const isHarmless = (eventName: string): boolean =>
  eventName in RESTORING_CALLS &&
  RESTORING_CALLS[eventName as keyof typeof RESTORING_CALLS].tier === 'logging';

/** Of an assumed role, the record names the role itself as the session's issuer; others' records may lack the field. */
const notByGuard = ({ roleArn }: OwnNames): EventPattern => ({
  userIdentity: {
    sessionContext: { sessionIssuer: { arn: [{ 'anything-but': [roleArn] }, { exists: false }] } },
  },
});

/** One pattern when it fits, otherwise as few as it takes. */
function patternsOf(calls: readonly WatchedCall[], own: OwnNames): readonly EventPattern[] {
  const isFitting = (pattern: EventPattern) => longestOf(pattern, own) <= MAX_PATTERN_CHARACTERS;
  for (let parts = 1; parts < calls.length; parts++) {
    const patterns = splitInto(parts, calls).map((some) => patternOf(some, own));
    if (patterns.every(isFitting)) return patterns;
  }
  const about = `API calls of ${sourcesOf(calls).join(', ')}`;
  return calls.map((call) => checkLength(about, patternOf([call], own), own));
}

function splitInto<T>(parts: number, items: readonly T[]): readonly (readonly T[])[] {
  const size = Math.ceil(items.length / parts);
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

/**
 * Calls of one service and condition stand together. Lists of one pattern match in any combination, so that two services' calls
 * in one list would also match names that neither meant.
 */
function patternOf(calls: readonly WatchedCall[], { accountId }: OwnNames): EventPattern {
  const eventSources = sourcesOf(calls);
  const alike = Map.groupBy(calls, ({ eventSource, only }) => JSON.stringify([eventSource, only]));
  const ways = [...alike.values()].map((some) => ({
    ...(eventSources.length > 1 && { eventSource: sourcesOf(some) }),
    eventName: some.map(({ eventName }) => eventName),
    ...some[0]?.only,
  }));
  const detail = ways.length === 1 ? ways[0] : { $or: ways };
  return {
    source: eventSources.map((eventSource) => `aws.${eventSource.replace('.amazonaws.com', '')}`),
    account: [accountId],
    'detail-type': RECORDS,
    detail: { ...(eventSources.length === 1 && { eventSource: eventSources }), ...detail },
  };
}

function partition<T>(items: readonly T[], isWanted: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isWanted), items.filter((item) => !isWanted(item))];
}
