import { compareEventSelectors } from '../compare/event-selectors.ts';
import { asJsonObject, type JsonObject } from '../json.ts';
import type { EventSelectors, PartName, Parts, PartValues } from '../parts.ts';
import type { PartsRead } from '../snapshot.ts';
import { findPolicyWeaknesses } from './baseline-weak-policy.ts';

/** Something of a trail that may well be meant, and that whoever approves it should have seen. */
export interface Weakness {
  /** As a drift's path: the part, and what in it. */
  readonly path: string;
  readonly what: string;
  readonly why: string;
}

/** Logs of an attack that is found late should still be there. */
const SHORT_DAYS = 90;

/**
 * What looks weak in a trail as it is. Parts that are not there were not read: nothing is said of them.
 * @param accountId the trail's account
 */
export function findWeaknesses(parts: Parts, accountId: string): readonly Weakness[] {
  const names = Object.keys(CHECKS) as PartName[];
  return names.flatMap((name) => weaknessesOf(name, parts, accountId));
}

/** The parts that were read, as a baseline holds them. */
export const readParts = (parts: PartsRead): Parts =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) => (part.read ? [[name, part.value] as const] : [])),
  );

function weaknessesOf<Name extends PartName>(
  name: Name,
  parts: Parts,
  accountId: string,
): readonly Weakness[] {
  const value: PartValues[Name] | undefined = parts[name];
  const check: PartCheck<Name> | undefined = CHECKS[name];
  if (value === undefined || !check) return [];
  return check(value, { parts, accountId }).map(([path, what, why]) => ({
    path: path ? `${name}.${path}` : name,
    what,
    why,
  }));
}

interface About {
  readonly parts: Parts;
  readonly accountId: string;
}

/** Where in the part, what, and why it matters. */
type Note = readonly [path: string, what: string, why: string];
type PartCheck<Name extends PartName> = (value: PartValues[Name], about: About) => readonly Note[];

const when = (isWeak: boolean, ...note: Note): readonly Note[] => (isWeak ? [note] : []);

const CHECKS: { readonly [Name in PartName]?: PartCheck<Name> } = {
  trail: (trail) => [
    ...when(
      !trail.IsMultiRegionTrail,
      'IsMultiRegionTrail',
      'it records one Region only',
      'what is done in any other Region is not recorded',
    ),
    ...when(
      !trail.IncludeGlobalServiceEvents,
      'IncludeGlobalServiceEvents',
      'events of global services are off',
      'calls to IAM, STS and CloudFront are not recorded',
    ),
    ...when(
      !trail.LogFileValidationEnabled,
      'LogFileValidationEnabled',
      'log file validation is off',
      'nobody can prove that a log file was not changed or deleted',
    ),
    ...when(
      trail.KmsKeyId === null,
      'KmsKeyId',
      'its log files are encrypted with no key of yours',
      'whoever may read the bucket may read them',
    ),
  ],
  eventSelectors: (selectors) =>
    compareEventSelectors(EVERY_MANAGEMENT_EVENT, selectors)
      .filter((drift) => drift.class === 'weaker')
      .map(({ path, evidence }) => [
        path.slice('eventSelectors.'.length),
        'its selectors leave out management events',
        evidence ?? 'not every management event is recorded',
      ]),
  'bucket.policy': (policy, { accountId }) =>
    policy ? findPolicyWeaknesses(policy, accountId).map(({ what, why }) => ['', what, why] as const) : [],
  'bucket.publicAccessBlock': (block) =>
    when(
      block === null || Object.values(block).includes(false),
      '',
      block === null ? 'the bucket has no public access block' : 'the bucket’s public access block has gaps',
      'one wrong policy or ACL opens the logs to everybody',
    ),
  'bucket.versioning': ({ Status }) =>
    when(
      Status !== 'Enabled',
      'Status',
      'the bucket keeps no versions',
      'a log file that is deleted or overwritten is gone',
    ),
  'bucket.lifecycle': (lifecycle, { parts }) =>
    when(
      (lifecycle?.Rules ?? []).some((rule) => expiresSoon(rule) && isAboutLogs(rule, parts)),
      'Rules',
      `a lifecycle rule deletes objects within ${SHORT_DAYS} days`,
      'logs of an attack that is found late are gone by then',
    ),
  key: (key) =>
    key === null
      ? []
      : when(
          key.KeyState !== 'Enabled',
          'KeyState',
          `the key is ${key.KeyState}`,
          'CloudTrail cannot deliver log files with it',
        ),
  'key.rotation': (rotation) =>
    when(
      rotation?.KeyRotationEnabled === false,
      'KeyRotationEnabled',
      'the key is not rotated',
      'one leaked key opens all logs since it was made',
    ),
  logGroup: (group) => [
    ...when(
      typeof group?.retentionInDays === 'number' && group.retentionInDays < SHORT_DAYS,
      'retentionInDays',
      `the log group keeps events for ${group?.retentionInDays} days`,
      `alarms and searches reach back no further; ${SHORT_DAYS} days are the least that is usual`,
    ),
    ...when(
      group?.dataProtectionStatus === 'ACTIVATED',
      'dataProtectionStatus',
      'a data protection policy masks what readers of the log group see',
      MASKED,
    ),
    ...when(
      group?.inheritedProperties?.includes('ACCOUNT_DATA_PROTECTION') ?? false,
      'inheritedProperties',
      'a policy of the whole account masks what readers of the log group see',
      MASKED,
    ),
  ],
  'logGroup.transformer': (transformer) =>
    when(
      transformer !== null,
      '',
      'a transformer gives the events of the log group another form',
      'queries, and filters that ask for it, see that form alone',
    ),
  'logGroup.alarms': (alarms) =>
    alarms.flatMap(({ AlarmName, ActionsEnabled }) =>
      when(
        !ActionsEnabled,
        AlarmName,
        'the actions of an alarm on the log group are turned off',
        'it changes its state and tells nobody',
      ),
    ),
};

const MASKED = 'alarms, searches and feeds do not see what is masked';

const EVERY_MANAGEMENT_EVENT: EventSelectors = {
  AdvancedEventSelectors: [
    { Name: null, FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
  ],
};

/** Of an enabled rule, for what is current or not: a date has no age, so that one deletes everything at once. */
function expiresSoon({ Status, Expiration, NoncurrentVersionExpiration }: JsonObject): boolean {
  if (Status !== 'Enabled') return false;
  const { Days, Date: date } = asJsonObject(Expiration);
  const { NoncurrentDays } = asJsonObject(NoncurrentVersionExpiration);
  return date !== undefined || isShort(Days) || isShort(NoncurrentDays);
}

const isShort = (days: unknown): boolean => typeof days === 'number' && days < SHORT_DAYS;

/** CloudTrail writes below `AWSLogs/`, behind the trail's prefix. Filters by tag or size may fit any object. */
function isAboutLogs({ Prefix, Filter }: JsonObject, { trail }: Parts): boolean {
  const filter = asJsonObject(Filter);
  const prefix = String(Prefix ?? filter.Prefix ?? asJsonObject(filter.And).Prefix ?? '');
  const logs = trail?.S3KeyPrefix ? `${trail.S3KeyPrefix}/AWSLogs/` : 'AWSLogs/';
  return logs.startsWith(prefix) || prefix.startsWith(logs);
}
