import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RESTORING_CALLS, type RestoringCall } from '../domain/restoring-call.ts';
import { writeStepCommand } from './step-command.ts';
import { linksIn } from './test-inert.ts';

const region = 'eu-central-1';
const write = (call: RestoringCall, input: Parameters<typeof writeStepCommand>[0]['input']) =>
  writeStepCommand({ call, input, region });

/** Each was tried with the AWS CLI, which checks a command without calling AWS when `--generate-cli-skeleton output` is added. */
const VERBS: Readonly<Record<RestoringCall, string>> = {
  StartLogging: 'cloudtrail start-logging',
  CreateAlias: 'kms create-alias',
  UpdateAlias: 'kms update-alias',
  PutDataProtectionPolicy: 'logs put-data-protection-policy',
  DeleteDataProtectionPolicy: 'logs delete-data-protection-policy',
  PutTransformer: 'logs put-transformer',
  DeleteTransformer: 'logs delete-transformer',
  PutMetricAlarm: 'cloudwatch put-metric-alarm',
  EnableAlarmActions: 'cloudwatch enable-alarm-actions',
  CreateTrail: 'cloudtrail create-trail',
  UpdateTrail: 'cloudtrail update-trail',
  PutEventSelectors: 'cloudtrail put-event-selectors',
  PutInsightSelectors: 'cloudtrail put-insight-selectors',
  PutEventConfiguration: 'cloudtrail put-event-configuration',
  AddTags: 'cloudtrail add-tags',
  CreateBucket: 's3api create-bucket',
  PutBucketPolicy: 's3api put-bucket-policy',
  DeleteBucketPolicy: 's3api delete-bucket-policy',
  PutPublicAccessBlock: 's3api put-public-access-block',
  PutBucketVersioning: 's3api put-bucket-versioning',
  PutBucketLifecycleConfiguration: 's3api put-bucket-lifecycle-configuration',
  DeleteBucketLifecycle: 's3api delete-bucket-lifecycle',
  PutBucketEncryption: 's3api put-bucket-encryption',
  PutBucketOwnershipControls: 's3api put-bucket-ownership-controls',
  PutBucketAcl: 's3api put-bucket-acl',
  PutObjectLockConfiguration: 's3api put-object-lock-configuration',
  PutBucketNotificationConfiguration: 's3api put-bucket-notification-configuration',
  PutBucketReplication: 's3api put-bucket-replication',
  DeleteBucketReplication: 's3api delete-bucket-replication',
  PutBucketLogging: 's3api put-bucket-logging',
  EnableKey: 'kms enable-key',
  CancelKeyDeletion: 'kms cancel-key-deletion',
  PutKeyPolicy: 'kms put-key-policy',
  EnableKeyRotation: 'kms enable-key-rotation',
  CreateGrant: 'kms create-grant',
  CreateTopic: 'sns create-topic',
  SetTopicAttributes: 'sns set-topic-attributes',
  CreateLogGroup: 'logs create-log-group',
  PutRetentionPolicy: 'logs put-retention-policy',
  DeleteRetentionPolicy: 'logs delete-retention-policy',
  AssociateKmsKey: 'logs associate-kms-key',
  DisassociateKmsKey: 'logs disassociate-kms-key',
  PutMetricFilter: 'logs put-metric-filter',
  PutSubscriptionFilter: 'logs put-subscription-filter',
  DeleteSubscriptionFilter: 'logs delete-subscription-filter',
  CreateRole: 'iam create-role',
  UpdateAssumeRolePolicy: 'iam update-assume-role-policy',
  PutRolePolicy: 'iam put-role-policy',
  AttachRolePolicy: 'iam attach-role-policy',
  DetachRolePolicy: 'iam detach-role-policy',
  DeleteRolePolicy: 'iam delete-role-policy',
  SetDefaultPolicyVersion: 'iam set-default-policy-version',
  PutRolePermissionsBoundary: 'iam put-role-permissions-boundary',
  DeleteRolePermissionsBoundary: 'iam delete-role-permissions-boundary',
};

describe('the command of a step', () => {
  test.each(Object.keys(RESTORING_CALLS) as RestoringCall[])(
    'is spelled as the AWS CLI has it: %s',
    (call) => {
      expect(write(call, { Name: 'x' })).toBe(`aws ${VERBS[call]} --name x --region ${region}`);
    },
  );

  test('has an option for each field, in the field’s own words', () => {
    expect(
      write('UpdateTrail', {
        Name: 'main',
        S3KeyPrefix: '',
        IsMultiRegionTrail: true,
        EnableLogFileValidation: false,
        CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-central-1:111122223333:log-group:/aws/trails',
      }),
    ).toBe(
      'aws cloudtrail update-trail --name main --s3-key-prefix "" --is-multi-region-trail --no-enable-log-file-validation --cloud-watch-logs-log-group-arn arn:aws:logs:eu-central-1:111122223333:log-group:/aws/trails --region eu-central-1',
    );
  });

  test('has numbers and documents as they are', () => {
    expect(write('PutRetentionPolicy', { logGroupName: '/aws/trails', retentionInDays: 365 })).toContain(
      '--log-group-name /aws/trails --retention-in-days 365 ',
    );
    expect(write('PutBucketVersioning', { VersioningConfiguration: { Status: 'Enabled' } })).toContain(
      `--versioning-configuration '{"Status":"Enabled"}' `,
    );
  });

  test('gives everything as one document when one name in it is dangerous', () => {
    expect(write('DeleteSubscriptionFilter', { logGroupName: '/x', filterName: '$(id)' })).toBe(
      `aws logs delete-subscription-filter --cli-input-json '{"logGroupName":"/x","filterName":"\\u0024\\u0028id\\u0029"}' --region eu-central-1`,
    );
  });

  test('is left out when nobody could read it', () => {
    const Policy = JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' } }],
    });
    expect(write('PutBucketPolicy', { Bucket: 'logs', Policy })).toBeNull();
    expect(write('AddTags', { TagsList: Array.from({ length: 60 }, () => ({ Key: 'k' })) })).toBeNull();
  });

  test.each(['us-east-1; id', '', 'REGION'])('is left out for what is no Region: %j', (where) => {
    expect(writeStepCommand({ call: 'StartLogging', input: { Name: 'x' }, region: where })).toBeNull();
  });

  test('holds nothing that a shell or a mail client acts upon, whatever was approved once', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('$(id)', "';id;'", 'www.evil.com'));
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text), fc.dictionary(text, text))), (input) => {
        const command = write('PutMetricFilter', input) ?? '';
        const [start = '', document = '', end = '', ...more] = command.split("'");
        expect(more.length % 2).toBe(0);
        expect([start, end, ...more.filter((_, index) => index % 2 === 1)].join('')).toMatch(
          /^[\w\s"/.:=+-]*$/,
        );
        expect(document).not.toMatch(/[&|<>^%!$`;()\n]/);
        expect(linksIn(command)).toEqual([]);
      }),
    );
  });
});
