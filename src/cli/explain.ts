import { isJsonObject, type JsonObject } from '../domain/json.ts';
import type { Severity } from '../domain/severity.ts';
import type { ApiCall } from '../domain/signal.ts';
import type { Subject } from '../domain/technique.ts';
import { readRecord } from '../signals/read-record.ts';
import { readSecurityFinding } from '../signals/read-security-finding.ts';
import { readText } from '../signals/read-text.ts';
import { INFORMATIONAL_CALLS } from '../techniques/informational-calls.ts';
import { type Match, matchCall } from '../techniques/match-call.ts';
import { type InputItem, splitInput } from './explain-input.ts';

/** What trailkeeper makes of one record, by the record alone. */
export interface Explanation {
  readonly eventId: string | null;
  /** The API call, or the type of an event that is none. */
  readonly eventName: string;
  /** The most severe technique that the record shows, also of a call that failed. */
  readonly technique: string | null;
  /** Null for what is no API call. */
  readonly outcome: 'succeeded' | 'failed' | null;
  readonly tampering: boolean;
  readonly severity: Severity;
  /** The trail as the record names it. */
  readonly trail: string | null;
  readonly actor: string | null;
  readonly why: string;
}

/** A record that could not be read. */
interface Unexplained {
  readonly error: string;
  /** The line in JSON lines, otherwise the place in the list, both from 1. */
  readonly position: number;
}

export type ExplainLine = Explanation | Unexplained;

/** Explains every record of a text, in the order of the text; `hasErrors` when one of them could not be read. */
export function explainText(text: string): {
  readonly lines: readonly ExplainLine[];
  readonly hasErrors: boolean;
} {
  const lines = splitInput(text).map(explainItem);
  return { lines, hasErrors: lines.some((line) => 'error' in line) };
}

function explainItem(item: InputItem): ExplainLine {
  const { position } = item;
  if ('error' in item) return { error: item.error, position };
  if (!isJsonObject(item.value)) return { error: 'not a JSON object', position };
  const explained = explainRecord(item.value);
  return typeof explained === 'string' ? { error: explained, position } : explained;
}

/** @returns what is wrong with the record, when it cannot be explained */
function explainRecord(value: JsonObject): Explanation | string {
  const eventType = readText(value['detail-type']);
  const isEvent = eventType !== null;
  const record = isEvent ? value.detail : value;
  if (isEvent && !isRecord(record)) {
    if (eventType === 'AWS API Call via CloudTrail')
      return 'an EventBridge event without a CloudTrail record';
    return explainOtherEvent(value, eventType);
  }
  const call = readRecord(isJsonObject(record) ? record : {}, isEvent ? value : {});
  return 'unusable' in call ? call.unusable.detail : explainCall(call);
}

const isRecord = (value: unknown): boolean =>
  isJsonObject(value) && readText(value.eventName) !== null && readText(value.eventSource) !== null;

/**
 * CloudTrail also records what is no API call: sign-ins, events of services, Insights. They have no outcome.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-non-api-events.html
 */
const isApiCall = ({ record }: ApiCall): boolean =>
  (readText(record.eventType) ?? 'AwsApiCall') === 'AwsApiCall' && record.eventCategory !== 'Insight';

function explainCall(call: ApiCall): Explanation {
  const all = matchCall(call);
  const matches = all.filter(isOfTrail);
  const technique = matches[0]?.technique;
  return {
    eventId: call.eventId || null,
    eventName: call.eventName,
    technique: technique?.id ?? null,
    outcome: isApiCall(call) ? (call.error ? 'failed' : 'succeeded') : null,
    tampering: technique !== undefined,
    severity: technique?.severity ?? 'info',
    trail: call.trailAsRecorded,
    actor: call.actor.name,
    why: tell(call, matches, all),
  };
}

function explainOtherEvent(event: JsonObject, eventType: string): Explanation {
  const finding = readSecurityFinding(event);
  return {
    eventId: readText(event.id),
    eventName: eventType,
    technique: null,
    outcome: null,
    tampering: false,
    severity: 'info',
    trail: null,
    actor: null,
    why: finding
      ? `${finding.source} reports ${finding.type}: that makes the guard look at every trail, and is not believed.`
      : 'Neither an API call nor a finding about CloudTrail.',
  };
}

/** A record alone does not say whether a bucket is a trail's, or a function the guard's. */
const isOfTrail = ({ technique }: Match): boolean => technique.subject === 'trail';

function tell(call: ApiCall, ofTrail: readonly Match[], all: readonly Match[]): string {
  if (ofTrail.length > 0) return tellMatches(call, ofTrail);
  const whose = all[0] && WHOSE[all[0].technique.subject];
  return whose ? `Only if it is about ${whose}: ${tellMatches(call, all)}` : tellHarmless(call);
}

const WHOSE: Readonly<Record<Subject, string>> = {
  trail: 'a trail',
  eventDataStore: 'an event data store that you keep',
  bucket: 'the bucket of a guarded trail',
  key: 'the key of a guarded trail',
  topic: 'the topic of a guarded trail',
  logGroup: 'the log group of a guarded trail',
  role: 'the role of a guarded trail',
  guard: 'a part of the guard itself',
  account: 'the guarded account',
};

function tellMatches(call: ApiCall, matches: readonly Match[]): string {
  const done = matches.map(({ technique, evidence }) =>
    evidence ? `${technique.done} (${evidence})` : technique.done,
  );
  return call.error
    ? `It failed with ${call.error.code} and changed nothing; it would have ${list(done)}.`
    : `It ${list(done)}.`;
}

function tellHarmless(call: ApiCall): string {
  const { error, request, eventName, eventSource } = call;
  const told = INFORMATIONAL_CALLS.find(
    (informational) => informational.eventName === eventName && informational.eventSource === eventSource,
  );
  if (!told) return 'No technique that trailkeeper knows uses this call.';
  const shows = request
    ? 'by itself the record shows nothing that weakens a trail'
    : 'the record does not hold what was asked';
  const canWeaken = eventName === 'UpdateTrail' || eventName === 'PutEventSelectors';
  if (error) return `It failed with ${error.code} and changed nothing${canWeaken ? `; ${shows}` : ''}.`;
  return `It ${told.done}; ${canWeaken ? shows : 'that impairs nothing'}.`;
}

const list = (parts: readonly string[]): string =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');
