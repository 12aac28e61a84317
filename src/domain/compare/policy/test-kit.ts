import type { Drift } from '../../drift.ts';
import type { JsonObject } from '../../json.ts';
import type { PolicyDocument } from '../../parts.ts';
import type { ComparedTrail } from '../compared-trail.ts';

export const ACCOUNT = '111122223333';
export const STRANGER = '444455556666';
export const TRAIL_ARN = `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/main`;
export const KEY_ARN = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const TOPIC_ARN = `arn:aws:sns:eu-central-1:${ACCOUNT}:log-files`;
const LOG_GROUP_ARN = `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:trail:*`;
export const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/service-role/trail-logs`;

export const TRAIL: ComparedTrail = {
  arn: TRAIL_ARN,
  accountId: ACCOUNT,
  partition: 'aws',
  settings: {
    S3BucketName: 'logs',
    S3KeyPrefix: null,
    SnsTopicARN: TOPIC_ARN,
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: true,
    IsOrganizationTrail: false,
    LogFileValidationEnabled: true,
    CloudWatchLogsLogGroupArn: LOG_GROUP_ARN,
    CloudWatchLogsRoleArn: ROLE_ARN,
    KmsKeyId: KEY_ARN,
  },
  organizationId: null,
  bucketOwner: ACCOUNT,
};

export const ORGANIZATION_TRAIL: ComparedTrail = {
  ...TRAIL,
  settings: { ...TRAIL.settings, IsOrganizationTrail: true },
  organizationId: 'o-exampleorgid',
};

export const policyOf = (...Statement: readonly JsonObject[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement,
});

export const CLOUDTRAIL_SERVICE = { Service: 'cloudtrail.amazonaws.com' };
export const ROLE_OF = (name: string) => ({ AWS: `arn:aws:iam::${ACCOUNT}:role/${name}` });

export const MAY_CHECK = {
  Effect: 'Allow',
  Principal: CLOUDTRAIL_SERVICE,
  Action: 's3:GetBucketAcl',
  Resource: 'arn:aws:s3:::logs',
  Condition: { StringEquals: { 'aws:SourceArn': TRAIL_ARN } },
};

export const MAY_WRITE = {
  Effect: 'Allow',
  Principal: CLOUDTRAIL_SERVICE,
  Action: 's3:PutObject',
  Resource: `arn:aws:s3:::logs/AWSLogs/${ACCOUNT}/*`,
  Condition: {
    StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceArn': TRAIL_ARN },
  },
};

export const MAY_READ = {
  Effect: 'Allow',
  Principal: ROLE_OF('siem'),
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/*'],
};

export const NEVER_DELETE = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:DeleteObject*',
  Resource: 'arn:aws:s3:::logs/*',
};

export const ONLY_TLS = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/*'],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

/** What is told of each path. */
export const classesOf = (drifts: readonly Drift[]): Readonly<Record<string, Drift['class']>> =>
  Object.fromEntries(drifts.map((drift) => [drift.path, drift.class]));
