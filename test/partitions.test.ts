import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import { connect } from '../src/local/run/attacks/connect.ts';
import { allow, CLOUDTRAIL, delivery, policy, trust } from '../src/local/run/attacks/policies.ts';
import { settle } from '../src/local/run/attacks/settle.ts';
import { WRITE_TO_LOGS } from '../src/local/run/attacks/whole-log-group.ts';
import { confirmSubscription, deployGuard, locationOf } from '../src/local/run/prepare.ts';
import { ACCOUNT_ID, type EmbeddedAws, startEmbeddedAws } from '../src/local/run/start.ts';
import { mails, until } from './guarded-account.ts';

const TEMPLATE = readFileSync(inRoot('trailkeeper.template.json'), 'utf8');

let aws: EmbeddedAws | undefined;

afterEach(async () => {
  await aws?.close();
  aws = undefined;
});

/** An account of another partition, with a trail, a bucket, a key and a log group, guarded as the template does it. */
async function guardedAccountIn(partition: string, region: string): Promise<EmbeddedAws> {
  const account = await startEmbeddedAws({ quotas: false }, 0, region);
  aws = account;
  const { s3, kms, logs, iam, cloudtrail } = connect(account, account.operator);
  const inPartition = (text: string) => text.replaceAll('arn:aws:', `arn:${partition}:`);
  await s3('CreateBucket', { Bucket: 'logs', CreateBucketConfiguration: locationOf(region) });
  await s3('PutBucketPolicy', { Bucket: 'logs', Policy: inPartition(policy(...delivery('logs'))) });
  const own = allow({ AWS: `arn:${partition}:iam::${ACCOUNT_ID}:root` }, 'kms:*', { Resource: '*' });
  const deliver = allow(CLOUDTRAIL, ['kms:GenerateDataKey*', 'kms:DescribeKey'], { Resource: '*' });
  const { KeyMetadata } = await kms('CreateKey', { Policy: policy(own, deliver) });
  const { Arn: KeyArns } = KeyMetadata as { readonly Arn: string };
  await logs('CreateLogGroup', { logGroupName: 'events' });
  await logs('PutRetentionPolicy', { logGroupName: 'events', retentionInDays: 365 });
  const RoleName = 'trail-to-logs';
  await iam('CreateRole', { RoleName, AssumeRolePolicyDocument: trust('cloudtrail.amazonaws.com') });
  await iam('PutRolePolicy', { RoleName, PolicyName: 'deliver', PolicyDocument: WRITE_TO_LOGS });
  const LogGroupArns = `arn:${partition}:logs:${region}:${ACCOUNT_ID}:log-group:events`;
  await cloudtrail('CreateTrail', {
    Name: 'main',
    S3BucketName: 'logs',
    KmsKeyId: KeyArns,
    IsMultiRegionTrail: true,
    CloudWatchLogsLogGroupArn: `${LogGroupArns}:*`,
    CloudWatchLogsRoleArn: `arn:${partition}:iam::${ACCOUNT_ID}:role/${RoleName}`,
  });
  await cloudtrail('StartLogging', { Name: 'main' });
  await deployGuard(account, TEMPLATE, {
    SecurityContactEmail: 'security@example.com',
    RestoreScope: 'trail-and-destination',
    BucketArns: `arn:${partition}:s3:::logs`,
    KeyArns,
    LogGroupArns,
  });
  await confirmSubscription(account);
  return account;
}

describe.each([
  ['aws-cn', 'cn-north-1', 'console.amazonaws.cn'],
  ['aws-us-gov', 'us-gov-west-1', 'console.amazonaws-us-gov.com'],
])('in the partition %s', (partition, region, consoleHost) => {
  it('a stopped and narrowed trail, its bucket, its key and its log group are put back and told', async () => {
    const account = await guardedAccountIn(partition, region);
    const { s3, kms, logs, cloudtrail } = connect(account, account.attacker);
    const { Trail } = await cloudtrail('GetTrail', { Name: 'main' });
    const { TrailARN, KmsKeyId: KeyId } = Trail as { readonly TrailARN: string; readonly KmsKeyId: string };
    expect(TrailARN).toBe(`arn:${partition}:cloudtrail:${region}:${ACCOUNT_ID}:trail/main`);
    await cloudtrail('StopLogging', { Name: TrailARN });
    await cloudtrail('UpdateTrail', { Name: TrailARN, IsMultiRegionTrail: false });
    await s3('DeleteBucketPolicy', { Bucket: 'logs' });
    await kms('DisableKey', { KeyId });
    await logs('PutRetentionPolicy', { logGroupName: 'events', retentionInDays: 1 });
    await until('somebody was told', () => mails(account).length > 0);
    await settle(account);
    expect(await cloudtrail('GetTrailStatus', { Name: 'main' })).toMatchObject({ IsLogging: true });
    expect(await cloudtrail('GetTrail', { Name: 'main' })).toMatchObject({
      Trail: { IsMultiRegionTrail: true },
    });
    expect(await s3('GetBucketPolicy', { Bucket: 'logs' })).toMatchObject({
      Policy: expect.stringContaining(`arn:${partition}:s3:::logs`),
    });
    expect(await kms('DescribeKey', { KeyId })).toMatchObject({ KeyMetadata: { KeyState: 'Enabled' } });
    expect(await logs('DescribeLogGroups', { logGroupNamePrefix: 'events' })).toMatchObject({
      logGroups: [{ retentionInDays: 365 }],
    });
    expect(
      mails(account)
        .map(({ body }) => body)
        .join(),
    ).toContain(consoleHost);
  });
});
