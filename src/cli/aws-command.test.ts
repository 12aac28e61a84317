import { expect, test } from 'vitest';
import { awsCommand } from './aws-command.ts';

const update = (input: Readonly<Record<string, unknown>>) =>
  awsCommand({ service: 'cloudtrail', operation: 'UpdateTrail', input });

test('a call is a line that the aws CLI takes', () => {
  expect(update({ Name: 'main', S3BucketName: 'elsewhere', IsMultiRegionTrail: false })).toBe(
    'aws cloudtrail update-trail --name main --s3-bucket-name elsewhere --no-is-multi-region-trail',
  );
});

test.each([
  ['s3', 's3api'],
  ['monitoring', 'cloudwatch'],
  ['config', 'configservice'],
  ['kms', 'kms'],
])('the SDK’s %s is the CLI’s %s', (service, name) => {
  expect(awsCommand({ service, operation: 'ListTags', input: {} })).toBe(`aws ${name} list-tags`);
});

test('what a shell would take apart is quoted', () => {
  expect(update({ Name: "it's", KmsKeyId: '', SnsTopicName: '$(rm)' })).toBe(
    String.raw`aws cloudtrail update-trail --name 'it'\''s' --kms-key-id '' --sns-topic-name '$(rm)'`,
  );
});

test('words stand beside each other, structures and empty lists are JSON, bytes are a file', () => {
  expect(
    update({ Ids: ['a', 'b'], TagsList: [{ Key: 'k' }], InsightSelectors: [], ZipFile: new Uint8Array(1) }),
  ).toBe(
    `aws cloudtrail update-trail --ids a b --tags-list '[{"Key":"k"}]' --insight-selectors '[]' --zip-file fileb://FILE`,
  );
});

test('another Region is named', () => {
  expect(awsCommand({ service: 'kms', operation: 'ListKeys', input: {}, region: 'us-west-2' })).toBe(
    'aws kms list-keys --region us-west-2',
  );
});

// What botocore's xform_name makes of them.
test.each([
  ['TrailARNs', 'trail-arns'],
  ['SSECustomerKey', 'sse-customer-key'],
  ['ResourceARN', 'resource-arn'],
  ['logGroupName', 'log-group-name'],
  ['UUID', 'uuid'],
])('%s is the flag --%s', (name, flag) => {
  expect(update({ [name]: 'x' })).toContain(` --${flag} x`);
});
