import { expect, test } from 'vitest';
import { baselineWith } from './baseline/baseline-test-kit.ts';
import { dependsOn } from './relevance.ts';

const ACCOUNT = '111122223333';

test('an alias is the trail’s business by its name and by its ARN', () => {
  const baseline = baselineWith({ parts: { 'key.aliases': ['alias/logs'] } });
  expect(dependsOn(baseline, ['alias/logs'])).toBe(true);
  expect(dependsOn(baseline, [`arn:aws:kms:us-east-1:${ACCOUNT}:alias/logs`])).toBe(true);
  expect(dependsOn(baseline, [`arn:aws:kms:eu-west-1:${ACCOUNT}:alias/logs`, 'alias/other', 'logs'])).toBe(
    false,
  );
});

test('so is a policy of its role, by its ARN alone; one of AWS’s nobody changes', () => {
  const [own, aws] = [`arn:aws:iam::${ACCOUNT}:policy/deliver`, 'arn:aws:iam::aws:policy/Deliver'];
  const policy = { VersionId: 'v1', Document: { Statement: [] } };
  const role = {
    Arn: `arn:aws:iam::${ACCOUNT}:role/logs`,
    AssumeRolePolicyDocument: { Statement: [] },
    InlinePolicies: {},
    AttachedPolicies: { [own]: policy, [aws]: policy },
    PermissionsBoundary: null,
  };
  const baseline = baselineWith({ parts: { role } });
  expect(dependsOn(baseline, [own])).toBe(true);
  expect(dependsOn(baseline, [aws, 'deliver'])).toBe(false);
});

test('a setting of a whole account is the trail’s business where the trail, its bucket or its log group lies', () => {
  const CloudWatchLogsLogGroupArn = 'arn:aws:logs:us-east-1:777788889999:log-group:trail:*';
  const { parts } = baselineWith({});
  const baseline = baselineWith({
    bucketOwner: '444455556666',
    parts: { trail: { ...parts.trail, CloudWatchLogsLogGroupArn } },
  });
  for (const account of [ACCOUNT, '444455556666', '777788889999'])
    expect(dependsOn(baseline, [account])).toBe(true);
  expect(dependsOn(baseline, ['000000000000'])).toBe(false);
});

test('an alarm is the trail’s business once it is approved, by its name and by its ARN in the log group’s Region', () => {
  const { parts } = baselineWith({});
  const CloudWatchLogsLogGroupArn = `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:trail:*`;
  const alarms = [{ AlarmName: 'root is used', ActionsEnabled: true }];
  const trail = { ...parts.trail, CloudWatchLogsLogGroupArn };
  const baseline = baselineWith({ parts: { trail, 'logGroup.alarms': alarms } });
  expect(dependsOn(baseline, ['queue is long', 'root is used'])).toBe(true);
  expect(dependsOn(baseline, [`arn:aws:cloudwatch:us-east-1:${ACCOUNT}:alarm:root is used`])).toBe(true);
  const others = [`arn:aws:cloudwatch:eu-west-1:${ACCOUNT}:alarm:root is used`, 'queue is long', 'root'];
  expect(dependsOn(baseline, others)).toBe(false);
});
