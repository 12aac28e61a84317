import { beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../endpoint/caller.ts';
import { alice, mallory, testWorld } from '../../endpoint/test-world.ts';
import { addUser } from '../iam/accounts.ts';
import { kms } from './index.ts';

let aws: ReturnType<typeof testWorld>;
let KeyId: string;

const send = <Output = Readonly<Record<string, unknown>>>(
  operation: string,
  input: object,
  caller?: Caller,
) => aws.send('kms', operation, input, caller) as Promise<Output>;

beforeEach(async () => {
  aws = testWorld(kms);
  const { KeyMetadata } = await send<{ KeyMetadata: { Arn: string } }>('CreateKey', {});
  KeyId = KeyMetadata.Arn;
});

const allow = (Principal: object, Action: string | string[] = 'kms:*') => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
});
const putPolicy = (...statements: object[]) =>
  send('PutKeyPolicy', {
    KeyId,
    Policy: JSON.stringify({ Statement: statements }),
    BypassPolicyLockoutSafetyCheck: true,
  });
const own = allow({ AWS: 'arn:aws:iam::111122223333:root' });

describe('a key policy', () => {
  test('that does not name the account keeps everybody of it out, root too', async () => {
    await putPolicy(allow({ Service: 'cloudtrail.amazonaws.com' }));
    const root: Caller = { ...alice, type: 'Root', arn: 'arn:aws:iam::111122223333:root' };
    for (const caller of [alice, root]) {
      await expect(send('EnableKey', { KeyId }, caller)).rejects.toMatchObject({
        code: 'AccessDeniedException',
      });
    }
  });

  test('that denies one operation leaves the others', async () => {
    await putPolicy(own, { ...allow({ AWS: '*' }, 'kms:EnableKey'), Effect: 'Deny' });
    await send('DisableKey', { KeyId });
    await expect(send('EnableKey', { KeyId })).rejects.toThrow('explicit deny');
  });

  test('that spares one principal by a condition is taken from him alone', async () => {
    const spare = (arn: string) => ({
      ...allow({ AWS: '*' }, 'kms:PutKeyPolicy'),
      Effect: 'Deny',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': arn } },
    });
    const put = (arn: string) =>
      send('PutKeyPolicy', { KeyId, Policy: JSON.stringify({ Statement: [own, spare(arn)] }) });
    await expect(put(mallory.arn)).rejects.toMatchObject({ code: 'MalformedPolicyDocumentException' });
    await put(alice.arn);
  });

  test('is asked about the key behind an alias', async () => {
    await send('CreateAlias', { AliasName: 'alias/trail', TargetKeyId: KeyId });
    await putPolicy({ ...own, Action: 'kms:DescribeKey' });
    await expect(send('DeleteAlias', { AliasName: 'alias/trail' })).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
  });

  test('lets another account do only what keys of other accounts are good for', async () => {
    await expect(send('DescribeKey', { KeyId }, mallory)).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    await putPolicy(own, allow({ AWS: '444455556666' }));
    expect(await send('DescribeKey', { KeyId }, mallory)).toMatchObject({
      KeyMetadata: { AWSAccountId: '111122223333' },
    });
    await expect(send('DisableKey', { KeyId }, mallory)).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
  });
});

describe('a grant', () => {
  const grantee = 'arn:aws:iam::444455556666:user/mallory';
  const wanted = { GranteePrincipal: grantee, Operations: ['DescribeKey', 'Decrypt'], Name: 'siem' };
  beforeEach(() => {
    addUser(aws.world, '444455556666', 'mallory');
  });

  test('lets its grantee do what it says until it is revoked', async () => {
    const { GrantId } = await send('CreateGrant', { KeyId, ...wanted });
    await send('DescribeKey', { KeyId }, mallory);
    await expect(send('GetKeyRotationStatus', { KeyId }, mallory)).rejects.toThrow();
    await send('RevokeGrant', { KeyId, GrantId });
    await expect(send('DescribeKey', { KeyId }, mallory)).rejects.toThrow();
    await expect(send('RevokeGrant', { KeyId, GrantId })).rejects.toMatchObject({
      code: 'NotFoundException',
    });
  });

  test('of a name that says the same is one grant', async () => {
    const first = await send('CreateGrant', { KeyId, ...wanted });
    expect(await send('CreateGrant', { KeyId, ...wanted })).toEqual(first);
    await send('CreateGrant', { KeyId, ...wanted, Operations: ['Encrypt'] });
    expect((await send<{ Grants: object[] }>('ListGrants', { KeyId })).Grants).toHaveLength(2);
  });

  test('is listed with all that is needed to make it again', async () => {
    const Constraints = { EncryptionContextSubset: { a: 'b' } };
    const { GrantId } = await send('CreateGrant', { KeyId, ...wanted, Constraints });
    expect(await send('ListGrants', { KeyId, GrantId })).toMatchObject({
      Grants: [{ GrantId, ...wanted, Constraints, IssuingAccount: 'arn:aws:iam::111122223333:root' }],
    });
  });

  test('is retired by whom it names for that, with its token', async () => {
    const retiring = { ...wanted, Operations: ['Decrypt'], RetiringPrincipal: grantee };
    const { GrantId, GrantToken } = await send('CreateGrant', { KeyId, ...retiring });
    await expect(send('RetireGrant', { GrantToken: 'x' })).rejects.toMatchObject({
      code: 'InvalidGrantTokenException',
    });
    const mallorys = { ...mallory, arn: 'arn:aws:iam::444455556666:user/eve' };
    await expect(send('RetireGrant', { KeyId, GrantId }, mallorys)).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    await send('RetireGrant', { KeyId, GrantId }, mallory);
    await expect(send('RetireGrant', { GrantToken })).rejects.toThrow();
  });

  test.each<[object, string]>([
    [{ GranteePrincipal: 'arn:aws:iam::444455556666:user/nobody' }, 'InvalidArnException'],
    [{ GranteePrincipal: 'mallory' }, 'InvalidArnException'],
    [{ Operations: ['Sign'] }, 'ValidationException'],
    [{ DryRun: true }, 'DryRunOperationException'],
  ])('is not made with %j', async (change, code) => {
    await expect(send('CreateGrant', { KeyId, ...wanted, ...change })).rejects.toMatchObject({ code });
    expect(await send('ListGrants', { KeyId })).toMatchObject({ Grants: [] });
  });
});
