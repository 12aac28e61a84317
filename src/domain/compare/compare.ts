import { parseArn } from '../arn.ts';
import type { Baseline } from '../baseline/baseline.ts';
import type { Drift } from '../drift.ts';
import type { EventSelectors, PartName, Parts, PartValues } from '../parts.ts';
import type { Part, PartsRead, Snapshot } from '../snapshot.ts';
import { isLogging, type TrailStatus } from '../trail.ts';
import { COMPARATORS, type Comparator } from './comparators.ts';
import { judgeDelivery } from './delivery-health.ts';
import { compareEventSelectors } from './event-selectors.ts';

/** A part that the baseline declares and that could not be read. */
export interface UnreadPart {
  readonly part: PartName | 'status';
  readonly reason: string;
}

export interface Comparison {
  readonly drifts: readonly Drift[];
  /** Nothing is known of these: they are neither intact nor changed. */
  readonly unread: readonly UnreadPart[];
  /** Parts of another account, which the guard there watches. */
  readonly elsewhere: readonly PartName[];
}

/**
 * Everything that differs from what must be, and what could not be told.
 * @param baseline null: only logging is guarded
 * @param repairedAt when the guard put settings back last: until the next delivery, the status tells of errors from before
 */
export function compare(
  { trail, status, parts, isGone, at }: Snapshot,
  baseline: Baseline | null,
  repairedAt: number | null = null,
): Comparison {
  const own: readonly Drift[] = isGone ? [goneTrail(trail.name, status)] : compareStatus(status);
  const unchangedSince = Math.max(Date.parse(baseline?.approval.at ?? ''), repairedAt ?? 0);
  const health =
    baseline && !isGone && status.read
      ? judgeDelivery(status.value, {
          settings: baseline.parts.trail,
          now: at,
          unchangedSince,
          ...readOfOwn(parts, unchangedSince, at),
        })
      : [];
  const { drifts, unread, elsewhere } = baseline ? compareParts(parts, baseline) : NOTHING;
  const isStatusUnread = !status.read && !status.isElsewhere && !isGone;
  const isUndelivered = health.some(({ path }) => path === 'delivery.LatestDeliveryError');
  return {
    drifts: [...own, ...health, ...(isUndelivered ? drifts.map(asLossOfDelivery) : drifts)],
    unread: [...(isStatusUnread ? [{ part: 'status', reason: status.reason } as const] : []), ...unread],
    elsewhere,
  };
}

/** Sweeps are at most an hour apart, and by then a delivery is late. */
const READ_AGO_MS = 65 * 60_000;

/**
 * The guard's own reads are events, too: a trail that records reads has had something to deliver, however quiet the account is.
 */
function readOfOwn({ eventSelectors }: PartsRead, unchangedSince: number, now: number) {
  const eventAt = now - READ_AGO_MS;
  if (!eventSelectors?.read || isWeaker(compareEventSelectors(EVERY_READ, eventSelectors.value))) return {};
  return unchangedSince < eventAt - READ_AGO_MS ? { eventAt } : {};
}

const EVERY_READ: EventSelectors = {
  EventSelectors: [
    {
      ReadWriteType: 'ReadOnly',
      IncludeManagementEvents: true,
      DataResources: [],
      ExcludeManagementEventSources: [],
    },
  ],
};

const isWeaker = (drifts: readonly Drift[]) => drifts.some((drift) => drift.class === 'weaker');

/** A first key is a gain only while log files arrive: whoever added it may have disabled it since. */
const asLossOfDelivery = (drift: Drift): Drift =>
  drift.path === 'trail.KmsKeyId' && drift.class === 'stronger'
    ? { ...drift, class: 'weaker', evidence: 'nobody approved this key, and log files do not arrive' }
    : drift;

const NOTHING: Comparison = { drifts: [], unread: [], elsewhere: [] };

const goneTrail = (name: string, status: Part<TrailStatus>): Drift => ({
  path: 'trail',
  expected: name,
  actual: null,
  class: 'weaker',
  evidence: status.read ? 'no listing shows it' : status.reason,
});

function compareStatus(status: Part<TrailStatus>): readonly Drift[] {
  if (!status.read || isLogging(status.value)) return [];
  return [{ path: 'status.IsLogging', expected: true, actual: false, class: 'weaker' }];
}

function compareParts(parts: PartsRead, baseline: Baseline): Comparison {
  const declared = Object.keys(COMPARATORS).filter((name) => name in baseline.parts) as PartName[];
  const compared = declared.map((name) => comparePart(name, parts, baseline));
  const drifts = compared.flatMap((one) => one.drifts);
  // What belongs to a thing that is gone cannot be read, and is no news of its own.
  const gone = drifts.flatMap(({ path, actual }) => (actual === null && THINGS.has(path) ? path : []));
  const isNoNews = (part: string) =>
    gone.some((thing) => part.startsWith(`${thing}.`)) || (part === 'key.rotation' && !canRotate(parts.key));
  return {
    drifts: drifts.filter(({ path }) => !isNoNews(path)),
    unread: compared.flatMap(({ unread }) => unread).filter(({ part }) => !isNoNews(part)),
    elsewhere: compared.flatMap(({ elsewhere }) => elsewhere),
  };
}

/** What a trail depends on, each with parts of its own. */
const THINGS: ReadonlySet<string> = new Set(['bucket', 'key', 'topic', 'logGroup', 'role']);

/**
 * While a key is pending deletion KMS answers that it does not rotate, and gives the rotation back with the key.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
 */
const canRotate = (key: PartsRead['key']): boolean =>
  !(
    key?.read &&
    /^(PendingDeletion|PendingReplicaDeletion|PendingImport|Unavailable)$/.test(key.value?.KeyState ?? '')
  );

/** Compares values that were not read but follow from a call. */
export const compareDeclared = (parts: Parts, baseline: Baseline): readonly Drift[] =>
  compareParts(asRead(parts), baseline).drifts;

const asRead = (parts: Parts): PartsRead =>
  Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, { read: true, value }]));

const takenBucket = ({ bucketOwner }: Baseline, evidence: string): Drift => ({
  path: 'bucket.Owner',
  expected: bucketOwner,
  actual: null,
  class: 'weaker',
  evidence: `${evidence}, and may get the log files`,
});

function comparePart<Name extends PartName>(name: Name, parts: PartsRead, baseline: Baseline): Comparison {
  const part: Part<PartValues[Name]> | undefined = parts[name];
  const expected = baseline.parts[name];
  if (!part || expected === undefined) return NOTHING;
  if (!part.read) {
    if (part.isTaken)
      return { ...NOTHING, drifts: name === 'bucket' ? [takenBucket(baseline, part.reason)] : [] };
    return part.isElsewhere
      ? { ...NOTHING, elsewhere: [name] }
      : { ...NOTHING, unread: [{ part: name, reason: part.reason }] };
  }
  // The types of a part's values cannot be told apart by a name that is only known when this runs.
  const compareValues = COMPARATORS[name] as Comparator<Name>;
  const { trail, parts: declared, organizationId, bucketOwner } = baseline;
  const about = {
    arn: trail.arn,
    accountId: trail.accountId,
    partition: parseArn(trail.arn)?.partition ?? 'aws',
    settings: declared.trail,
    organizationId,
    bucketOwner,
  };
  return { ...NOTHING, drifts: compareValues(expected as PartValues[Name], part.value, about) };
}
