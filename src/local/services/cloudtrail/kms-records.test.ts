import { beforeEach, describe, expect, test } from 'vitest';
import { addUser } from '../iam/accounts.ts';
import { trailWorld } from './test-trail-world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
let aws: ReturnType<typeof trailWorld>;
let key: { readonly KeyId: string; readonly Arn: string };
beforeEach(async () => {
  aws = trailWorld();
  const { KeyMetadata } = (await aws.call('kms', 'CreateKey')) as { KeyMetadata: typeof key };
  key = KeyMetadata;
});

const call = (operation: string, input: object) =>
  aws.call('kms', operation, { KeyId: key.KeyId, ...input }) as Promise<Readonly<Record<string, unknown>>>;
const last = () => aws.recorded.at(-1)?.record;
const resource = (ARN: string) => ({ accountId: '111122223333', type: 'AWS::KMS::Key', ARN });
const ALIAS = 'arn:aws:kms:us-east-1:111122223333:alias/trail';

describe('KMS records', () => {
  test.each<[string, object, object, unknown]>([
    ['DisableKey', {}, {}, null],
    ['EnableKeyRotation', { RotationPeriodInDays: 180 }, { rotationPeriodInDays: 180 }, null],
    [
      'ScheduleKeyDeletion',
      { PendingWindowInDays: 7 },
      { pendingWindowInDays: 7 },
      { keyState: 'PendingDeletion', deletionDate: 'Jan 8, 2026, 12:00:00 AM' },
    ],
  ])('%s %j with the key, however it was called', async (operation, input, parameters, response) => {
    await call(operation, input);
    expect(last()).toMatchObject({
      eventName: operation,
      requestParameters: { keyId: key.KeyId, ...parameters },
      resources: [resource(key.Arn)],
    });
    if (response === null) expect(last()?.responseElements).toBeNull();
    else expect(last()?.responseElements).toMatchObject(response as object);
  });

  test('a policy with whether its check was bypassed', async () => {
    const { Policy } = await call('GetKeyPolicy', {});
    await call('PutKeyPolicy', { Policy });
    expect(last()?.requestParameters).toEqual({
      keyId: key.KeyId,
      policy: Policy,
      bypassPolicyLockoutSafetyCheck: false,
    });
  });

  test('an alias that is deleted with the key that it stood for', async () => {
    await aws.call('kms', 'CreateAlias', { AliasName: 'alias/trail', TargetKeyId: key.KeyId });
    await aws.call('kms', 'DeleteAlias', { AliasName: 'alias/trail' });
    expect(last()?.resources).toEqual([resource(ALIAS), resource(key.Arn)]);
  });

  test('an alias that is moved with the key that it is to stand for', async () => {
    await aws.call('kms', 'CreateAlias', { AliasName: 'alias/trail', TargetKeyId: key.KeyId });
    const { KeyMetadata: other } = (await aws.call('kms', 'CreateKey')) as { KeyMetadata: typeof key };
    await aws.call('kms', 'UpdateAlias', { AliasName: 'alias/trail', TargetKeyId: other.KeyId });
    expect(last()?.resources).toEqual([resource(ALIAS), resource(other.Arn)]);
  });

  test('a grant without its token, and which one was retired beside the request', async () => {
    addUser(aws.world, '111122223333', 'reader');
    const GranteePrincipal = 'arn:aws:iam::111122223333:user/reader';
    const { GrantId, GrantToken } = await call('CreateGrant', { GranteePrincipal, Operations: ['Decrypt'] });
    expect(last()?.responseElements).toEqual({ grantId: GrantId });
    await aws.call('kms', 'RetireGrant', { GrantToken });
    expect(last()).toMatchObject({
      requestParameters: null,
      additionalEventData: { grantId: GrantId },
      resources: [resource(key.Arn)],
    });
  });

  test('a custom key store with its name and cluster, and without its password', async () => {
    const { CustomKeyStoreId } = (await aws.call('kms', 'CreateCustomKeyStore', {
      CustomKeyStoreName: 'hsm',
      CloudHsmClusterId: 'cluster-1',
      TrustAnchorCertificate: 'certificate',
      KeyStorePassword: 'password',
    })) as { CustomKeyStoreId: string };
    const named = { customKeyStoreName: 'hsm', clusterId: 'cluster-1' };
    expect(last()?.requestParameters).toEqual(named);
    await aws.call('kms', 'ConnectCustomKeyStore', { CustomKeyStoreId });
    expect(last()).toMatchObject({
      requestParameters: { customKeyStoreId: CustomKeyStoreId },
      additionalEventData: named,
    });
  });

  test('the deletion of a key as an event of the service, for who has a trail', async () => {
    await aws.createBucket();
    await aws.createLoggingTrail('main');
    await call('ScheduleKeyDeletion', { PendingWindowInDays: 7 });
    await aws.clock.advance(7 * DAY_MS);
    const { record, delivered } = aws.recorded.at(-1) ?? {};
    expect(delivered).toBe(true);
    expect(record).toEqual({
      eventVersion: '1.11',
      userIdentity: { accountId: '111122223333', invokedBy: 'AWS Internal' },
      eventTime: '2026-01-08T00:00:00Z',
      eventSource: 'kms.amazonaws.com',
      eventName: 'DeleteKey',
      awsRegion: 'us-east-1',
      sourceIPAddress: 'AWS Internal',
      userAgent: 'AWS Internal',
      requestParameters: null,
      responseElements: null,
      eventID: expect.any(String),
      readOnly: false,
      resources: [resource(key.Arn)],
      eventType: 'AwsServiceEvent',
      managementEvent: true,
      recipientAccountId: '111122223333',
      eventCategory: 'Management',
    });
  });

  test('what event history finds by the ARN of the key', async () => {
    await call('DisableKey', {});
    const LookupAttributes = [{ AttributeKey: 'ResourceName', AttributeValue: key.Arn }];
    expect(await aws.send('LookupEvents', { LookupAttributes })).toMatchObject({
      Events: [{ EventName: 'DisableKey' }, { EventName: 'CreateKey' }],
    });
  });
});
