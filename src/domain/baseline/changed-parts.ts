import { trailFieldsOfRequest } from '../canonical/request.ts';
import type { Drift } from '../drift.ts';
import type { PartName, Parts, TrailSettings } from '../parts.ts';
import type { ApiCall } from '../signal.ts';

/** The parts that a call sets, by its name in CloudTrail's records. UpdateTrail is apart: it sets only what it names. */
const PARTS_OF_CALL: Readonly<Record<string, readonly PartName[]>> = {
  PutEventSelectors: ['eventSelectors'],
  PutInsightSelectors: ['insightSelectors'],
  PutEventConfiguration: ['eventConfiguration'],
  AddTags: ['tags'],
  RemoveTags: ['tags'],
  PutBucketPolicy: ['bucket.policy'],
  DeleteBucketPolicy: ['bucket.policy'],
  PutBucketPublicAccessBlock: ['bucket.publicAccessBlock'],
  DeleteBucketPublicAccessBlock: ['bucket.publicAccessBlock'],
  PutBucketVersioning: ['bucket.versioning'],
  PutBucketLifecycle: ['bucket.lifecycle'],
  DeleteBucketLifecycle: ['bucket.lifecycle'],
  PutBucketEncryption: ['bucket.encryption'],
  DeleteBucketEncryption: ['bucket.encryption'],
  PutBucketOwnershipControls: ['bucket.ownership'],
  DeleteBucketOwnershipControls: ['bucket.ownership'],
  PutBucketAcl: ['bucket.acl'],
  PutBucketObjectLockConfiguration: ['bucket.objectLock'],
  PutBucketNotification: ['bucket.notification'],
  PutBucketReplication: ['bucket.replication'],
  DeleteBucketReplication: ['bucket.replication'],
  PutBucketLogging: ['bucket.logging'],
  PutKeyPolicy: ['key.policy'],
  CreateAlias: ['key.aliases'],
  UpdateAlias: ['key.aliases'],
  DeleteAlias: ['key.aliases'],
  EnableKeyRotation: ['key.rotation'],
  DisableKeyRotation: ['key.rotation'],
  CreateGrant: ['key.grants'],
  RevokeGrant: ['key.grants'],
  RetireGrant: ['key.grants'],
  SetTopicAttributes: ['topic'],
  PutRetentionPolicy: ['logGroup'],
  DeleteRetentionPolicy: ['logGroup'],
  AssociateKmsKey: ['logGroup'],
  DisassociateKmsKey: ['logGroup'],
  PutDataProtectionPolicy: ['logGroup'],
  DeleteDataProtectionPolicy: ['logGroup'],
  PutTransformer: ['logGroup.transformer'],
  DeleteTransformer: ['logGroup.transformer'],
  PutMetricFilter: ['logGroup.metricFilters'],
  DeleteMetricFilter: ['logGroup.metricFilters'],
  PutSubscriptionFilter: ['logGroup.subscriptionFilters'],
  DeleteSubscriptionFilter: ['logGroup.subscriptionFilters'],
  PutMetricAlarm: ['logGroup.alarms'],
  DeleteAlarms: ['logGroup.alarms'],
  EnableAlarmActions: ['logGroup.alarms'],
  DisableAlarmActions: ['logGroup.alarms'],
  PutRolePolicy: ['role'],
  DeleteRolePolicy: ['role'],
  AttachRolePolicy: ['role'],
  DetachRolePolicy: ['role'],
  UpdateAssumeRolePolicy: ['role'],
  PutRolePermissionsBoundary: ['role'],
  DeleteRolePermissionsBoundary: ['role'],
};

/** What depends on a field of the trail: another bucket has another policy. */
const DEPENDENCIES: Partial<Record<keyof TrailSettings, string>> = {
  S3BucketName: 'bucket',
  KmsKeyId: 'key',
  SnsTopicARN: 'topic',
  CloudWatchLogsLogGroupArn: 'logGroup',
  CloudWatchLogsRoleArn: 'role',
};

/** Whether a call can change what a baseline says. */
export const changesConfiguration = ({ eventName }: Pick<ApiCall, 'eventName'>): boolean =>
  eventName === 'UpdateTrail' || eventName in PARTS_OF_CALL;

/**
 * The baseline's parts after a call that was approved: only what its record names moves, and to values that were read, not to those
 * of the record.
 * @param now parts as they are; a part that is not among them does not move
 */
export function moveParts(
  expected: Parts & Required<Pick<Parts, 'trail'>>,
  now: Parts,
  call: Pick<ApiCall, 'eventName' | 'request'>,
): Parts & Required<Pick<Parts, 'trail'>> {
  if (call.eventName !== 'UpdateTrail')
    return { ...expected, ...pick(now, PARTS_OF_CALL[call.eventName] ?? []) };
  if (!now.trail) return expected;
  const named = Object.keys(trailFieldsOfRequest(call.request ?? {})) as (keyof TrailSettings)[];
  const trail = { ...expected.trail, ...pick(now.trail, named) };
  const moved = named.flatMap((field) =>
    expected.trail[field] === trail[field] ? [] : (DEPENDENCIES[field] ?? []),
  );
  const isOfMoved = (name: string) => moved.some((thing) => name === thing || name.startsWith(`${thing}.`));
  const kept = Object.fromEntries(Object.entries(expected).filter(([name]) => !isOfMoved(name)));
  const fresh = Object.fromEntries(Object.entries(now).filter(([name]) => isOfMoved(name)));
  return { ...kept, ...fresh, trail };
}

/** What a call on something that a trail depends on has set, as it is read now; empty while that is unread. */
export const partsSetBy = ({ eventName }: Pick<ApiCall, 'eventName'>, now: Parts): Parts =>
  pick(now, PARTS_OF_CALL[eventName] ?? []);

const pick = <T extends object>(from: T, names: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(names.flatMap((name) => (name in from ? [[name, from[name]]] : []))) as Partial<T>;

/** Whether a call can have made a difference: only of that may it keep the guard waiting. */
export function canHaveMade(
  { eventName, request }: Pick<ApiCall, 'eventName' | 'request'>,
  { path }: Drift,
): boolean {
  if (eventName === 'DeleteTrail') return path === 'trail';
  if (eventName !== 'UpdateTrail') return isWithin(path, PARTS_OF_CALL[eventName] ?? []);
  const named = Object.keys(trailFieldsOfRequest(request ?? {})) as (keyof TrailSettings)[];
  return isWithin(
    path,
    named.flatMap((field) => [`trail.${field}`, ...(DEPENDENCIES[field] ?? [])]),
  );
}

/** The names of calls that can have made a difference. */
export function callsThatMake({ path }: Drift): readonly string[] {
  if (path === 'trail') return ['DeleteTrail'];
  if (path.startsWith('trail.')) return ['UpdateTrail'];
  return Object.keys(PARTS_OF_CALL).filter((name) => isWithin(path, PARTS_OF_CALL[name] ?? []));
}

const isWithin = (path: string, parts: readonly string[]): boolean =>
  parts.some((part) => path === part || path.startsWith(`${part}.`));

/** The names of calls that set the same, its own among them. */
export function rivalsOf({ eventName }: Pick<ApiCall, 'eventName'>): readonly string[] {
  if (eventName === 'UpdateTrail') return ['UpdateTrail'];
  if (eventName === 'DeleteTrail') return ['DeleteTrail', 'CreateTrail'];
  const parts = PARTS_OF_CALL[eventName] ?? [];
  return Object.keys(PARTS_OF_CALL).filter((name) =>
    PARTS_OF_CALL[name]?.some((part) => parts.includes(part)),
  );
}
