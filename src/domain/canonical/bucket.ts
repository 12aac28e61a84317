import { asJsonObject, isJsonObject, type JsonObject } from '../json.ts';
import type {
  BucketAcl,
  BucketIdentity,
  BucketLogging,
  BucketVersioning,
  Lifecycle,
  ObjectLock,
  PublicAccessBlock,
  Replication,
} from '../parts.ts';
import { flagOf, numberOrNull, objectsOf, sortedByContent, textOf, textOrNull, textsOf } from './fields.ts';
import { canonicalObject } from './json-value.ts';

// What S3 answers of a bucket, each configuration without the answer around it.

export function canonicalBucket(bucket: unknown): BucketIdentity {
  const { Name, Region } = asJsonObject(bucket);
  return { Name: textOf(Name), Region: textOf(Region) };
}

/** @param configuration `PublicAccessBlockConfiguration` */
export function canonicalPublicAccessBlock(configuration: unknown): PublicAccessBlock {
  const block = asJsonObject(configuration);
  return {
    BlockPublicAcls: flagOf(block.BlockPublicAcls, false),
    IgnorePublicAcls: flagOf(block.IgnorePublicAcls, false),
    BlockPublicPolicy: flagOf(block.BlockPublicPolicy, false),
    RestrictPublicBuckets: flagOf(block.RestrictPublicBuckets, false),
  };
}

/** @param answer of GetBucketVersioning; S3 leaves out what was never set */
export function canonicalVersioning(answer: unknown): BucketVersioning {
  const { Status, MFADelete } = asJsonObject(answer);
  return {
    Status: textOrNull(Status) as BucketVersioning['Status'],
    MFADelete: textOrNull(MFADelete) as BucketVersioning['MFADelete'],
  };
}

/**
 * The order of rules means nothing: of several that fit, S3 decides by what they do.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-conflicts.html
 */
export const canonicalLifecycle = (configuration: unknown): Lifecycle => ({
  Rules: sortedByContent(objectsOf(asJsonObject(configuration).Rules).map(canonicalObject)),
});

/**
 * @param configuration `ServerSideEncryptionConfiguration`
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionRule.html for the default
 */
export const canonicalEncryption = (configuration: unknown): JsonObject => ({
  Rules: sortedByContent(
    objectsOf(asJsonObject(configuration).Rules).map(({ BucketKeyEnabled, ...rule }) =>
      canonicalObject({ ...rule, BucketKeyEnabled: flagOf(BucketKeyEnabled, false) }),
    ),
  ),
});

/**
 * A grantee is known by its id, group or address; S3 stopped telling display names.
 * @param answer of GetBucketAcl
 */
export function canonicalAcl(answer: unknown): BucketAcl {
  const { Owner, OwnerId, Grants } = asJsonObject(answer);
  return {
    OwnerId: textOrNull(OwnerId) ?? textOf(asJsonObject(Owner).ID),
    Grants: sortedByContent(objectsOf(Grants).map(grant)),
  };
}

function grant({ Grantee, Permission }: JsonObject): BucketAcl['Grants'][number] {
  const { DisplayName: _, ...grantee } = asJsonObject(Grantee);
  return { Grantee: canonicalObject(grantee), Permission: textOf(Permission) };
}

/** @param retention `DefaultRetention` of the rule */
export function canonicalObjectLock(retention: unknown): ObjectLock {
  const { Mode, Days, Years } = asJsonObject(retention);
  return {
    Mode: textOrNull(Mode) as ObjectLock['Mode'],
    Days: numberOrNull(Days),
    Years: numberOrNull(Years),
  };
}

const TARGETS = ['LambdaFunctionConfigurations', 'QueueConfigurations', 'TopicConfigurations'] as const;

/** @param configuration the answer of GetBucketNotificationConfiguration; an empty object: nobody is notified */
export function canonicalNotification(configuration: unknown): JsonObject {
  const { EventBridgeConfiguration, ...lists } = asJsonObject(configuration);
  const targets = TARGETS.map((name) => [name, sortedByContent(objectsOf(lists[name]).map(target))] as const);
  return {
    // S3 has nothing to set in it: it is there or not.
    ...(isJsonObject(EventBridgeConfiguration) && { EventBridgeConfiguration: {} }),
    ...Object.fromEntries(targets.filter(([, list]) => list.length > 0)),
  };
}

const target = ({ Events, ...others }: JsonObject): JsonObject =>
  canonicalObject({ ...others, Events: textsOf(Events) });

/** @param configuration `ReplicationConfiguration` */
export function canonicalReplication(configuration: unknown): Replication {
  const { Role, Rules } = asJsonObject(configuration);
  return { Role: textOf(Role), Rules: sortedByContent(objectsOf(Rules).map(canonicalObject)) };
}

/** @param enabled `LoggingEnabled` */
export function canonicalLogging(enabled: unknown): BucketLogging {
  const { TargetBucket, TargetPrefix } = asJsonObject(enabled);
  return { TargetBucket: textOf(TargetBucket), TargetPrefix: textOf(TargetPrefix) };
}
