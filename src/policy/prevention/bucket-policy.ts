import { READING_ACTIONS } from '../../domain/reading-actions.ts';
import { sortedActions } from '../statement.ts';
import type { DeniedTechnique } from './denied-actions.ts';
import type { DenyOptions } from './deny-options.ts';
import { CLOUDTRAIL, denyCalls, type ExplainedStatement, ownersOf } from './resource-statement.ts';

/**
 * The policy of a bucket for log files: lets CloudTrail deliver for the named trails, and keeps everybody else from deleting, overwriting
 * and forging.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export function bucketStatements(
  options: DenyOptions,
  techniques: readonly DeniedTechnique[],
): readonly ExplainedStatement[] {
  const [bucket = ''] = options.bucketArns ?? [];
  const whole = [bucket, `${bucket}/*`];
  return [
    ...delivery(bucket, options),
    ...readingOf(bucket, options),
    {
      // CloudTrail is the only principal of which S3 says the service's name.
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalservicename
      statement: {
        Sid: 'DenyForgedLogFiles',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `${bucket}/*AWSLogs/*/CloudTrail*`,
        Condition: { StringNotEquals: { 'aws:PrincipalServiceName': CLOUDTRAIL.Service } },
      },
      what: 'log files that CloudTrail did not write',
      techniques: techniques
        .filter(({ calls }) => calls.some(({ eventNames }) => eventNames.includes('PutObject')))
        .map(({ id }) => id),
    },
    ...denyCalls('Buckets', whole, options, techniques),
    ...ofKey(bucket, options),
    {
      statement: {
        Sid: 'DenyInsecureTransport',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: whole,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      what: 'requests that others can read on their way',
      techniques: [],
    },
  ];
}

/** What CloudTrail needs; of an organization's trail also its own account's folder. */
function delivery(bucket: string, options: DenyOptions): readonly ExplainedStatement[] {
  const { trailArns = [], organizationId, keyPrefix } = options;
  const folders = [...ownersOf(options), ...(organizationId ? [organizationId] : [])];
  const prefix = keyPrefix ? `${keyPrefix}/` : '';
  const source = { 'aws:SourceArn': trailArns };
  return [
    {
      statement: {
        Sid: 'LetCloudTrailSeeTheBucket',
        Effect: 'Allow',
        Principal: CLOUDTRAIL,
        Action: 's3:GetBucketAcl',
        Resource: bucket,
        Condition: { StringEquals: source },
      },
      what: 'CloudTrail’s look at the bucket, for these trails',
      techniques: [],
    },
    {
      statement: {
        Sid: 'LetCloudTrailDeliver',
        Effect: 'Allow',
        Principal: CLOUDTRAIL,
        Action: 's3:PutObject',
        Resource: folders.map((folder) => `${bucket}/${prefix}AWSLogs/${folder}/*`),
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', ...source } },
      },
      what: 'CloudTrail’s deliveries, for these trails',
      techniques: [],
    },
  ];
}

/** A guard in another account reads nothing of a bucket unless the bucket lets it. */
function readingOf(bucket: string, { guardRoleArn }: DenyOptions): readonly ExplainedStatement[] {
  if (!guardRoleArn) return [];
  const actions = Object.values(READING_ACTIONS).flat();
  const reading = actions.filter((action) => action.startsWith('s3:') && action !== 's3:ListAllMyBuckets');
  return [
    {
      statement: {
        Sid: 'LetGuardSee',
        Effect: 'Allow',
        Principal: { AWS: guardRoleArn },
        Action: sortedActions(reading),
        Resource: bucket,
      },
      what: 'the guard’s reading of the bucket’s settings',
      techniques: [],
    },
  ];
}

/**
 * A request that names another key than the trail's. One that names none is encrypted as the bucket's default says: whether CloudTrail
 * names the key with every kind of file is documented nowhere, and a deny too many would stop the deliveries.
 */
function ofKey(bucket: string, { keyArns = [] }: DenyOptions): readonly ExplainedStatement[] {
  if (keyArns.length === 0) return [];
  const key = 's3:x-amz-server-side-encryption-aws-kms-key-id';
  return [
    {
      statement: {
        Sid: 'DenyOtherKeys',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `${bucket}/*`,
        Condition: { Null: { [key]: 'false' }, StringNotEquals: { [key]: keyArns } },
      },
      what: 'log files that are encrypted with another key',
      techniques: [],
    },
  ];
}
