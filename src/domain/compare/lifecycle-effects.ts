import { objectsOf } from '../canonical/fields.ts';
import { asJsonObject, type JsonObject } from '../json.ts';
import type { Lifecycle } from '../parts.ts';
import { type LifecycleFilter, readFilter } from './lifecycle-filter.ts';

/** One thing that a lifecycle rule does with objects. */
export interface LifecycleEffect {
  readonly kind: 'expiration' | 'noncurrent' | 'transition';
  /** Only effects of one measure can be compared: days of age, days since a newer version, a date. */
  readonly measure: string;
  /** When, by that measure. The sooner, the less is kept. */
  readonly at: number;
  /** How many newer versions are spared. */
  readonly keeps: number;
  /** How far away it brings an object; see `DISTANCES`. */
  readonly distance: number;
  readonly filter: LifecycleFilter;
  readonly words: string;
  readonly rule: JsonObject;
}

type Action = Omit<LifecycleEffect, 'filter' | 'rule'>;

/**
 * How hard it is to read an object from there: at once; at once, but it lies in one place only; after it was brought back, which
 * takes hours; gone.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
 */
const DISTANCES: ReadonlyMap<unknown, number> = new Map([
  ['INTELLIGENT_TIERING', 1],
  ['STANDARD_IA', 1],
  ['GLACIER_IR', 1],
  ['ONEZONE_IA', 2],
  ['GLACIER', 3],
  ['DEEP_ARCHIVE', 4],
]);
const UNKNOWN_CLASS = 5;
const GONE = 6;

/** Up to this distance an object is as safe and as readable as before. */
export const NEAR = 1;

/** What the enabled rules do; uploads that were never finished are no log files. */
export const readEffects = (lifecycle: Lifecycle | null): readonly LifecycleEffect[] =>
  lifecycle?.Rules.filter(({ Status }) => Status === 'Enabled').flatMap((rule) =>
    readActions(rule).map((action) => ({ ...action, filter: readFilter(rule), rule })),
  ) ?? [];

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html */
const readActions = (rule: JsonObject): readonly Action[] => [
  ...expirations(asJsonObject(rule.Expiration)),
  ...objectsOf([rule.NoncurrentVersionExpiration]).map(noncurrentExpiration),
  ...objectsOf(rule.Transitions).map((transition) => toClass(transition, 'current')),
  ...objectsOf(rule.NoncurrentVersionTransitions).map((transition) => toClass(transition, 'noncurrent')),
];

function expirations({ Days, Date: date, ExpiredObjectDeleteMarker }: JsonObject): readonly Action[] {
  const gone = { kind: 'expiration', keeps: 0, distance: GONE } as const;
  return [
    ...(isGiven(Days)
      ? [{ ...gone, measure: 'days', at: Number(Days), words: `log files go after ${days(Days)}` }]
      : []),
    ...(isGiven(date)
      ? [{ ...gone, measure: 'date', at: Date.parse(String(date)), words: `log files go on ${date}` }]
      : []),
    ...(ExpiredObjectDeleteMarker === true
      ? [{ ...gone, measure: 'delete marker', at: 0, words: 'the marks of deleted log files go' }]
      : []),
  ];
}

const noncurrentExpiration = ({ NoncurrentDays, NewerNoncurrentVersions }: JsonObject): Action => ({
  kind: 'noncurrent',
  measure: 'days',
  at: Number(NoncurrentDays ?? 0),
  keeps: Number(NewerNoncurrentVersions ?? 0),
  distance: GONE,
  words: `deleted or overwritten log files go after ${days(NoncurrentDays)}`,
});

function toClass(transition: JsonObject, versions: 'current' | 'noncurrent'): Action {
  const { Days, Date: date, NoncurrentDays, NewerNoncurrentVersions, StorageClass } = transition;
  const age = Days ?? NoncurrentDays ?? 0;
  return {
    kind: 'transition',
    measure: `${versions} ${isGiven(date) ? 'date' : 'days'}`,
    at: isGiven(date) ? Date.parse(String(date)) : Number(age),
    keeps: Number(NewerNoncurrentVersions ?? 0),
    distance: DISTANCES.get(StorageClass) ?? UNKNOWN_CLASS,
    words: `log files move to ${StorageClass} ${isGiven(date) ? `on ${date}` : `after ${days(age)}`}`,
  };
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

const days = (count: unknown): string => `${count} ${count === 1 ? 'day' : 'days'}`;
