import { beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../endpoint/caller.ts';
import { TEST_ACCOUNT, TEST_REGION, testWorld } from '../../endpoint/test-world.ts';
import { iam } from '../iam/index.ts';
import { kms } from '../kms/index.ts';
import { dynamodb } from './index.ts';

let aws: ReturnType<typeof testWorld>;
let KMSMasterKeyId: string;

const TableName = 'ledger';
const Key = { id: { S: 'a' } };
const TABLE = {
  TableName,
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  BillingMode: 'PAY_PER_REQUEST',
};
const send = (operation: string, input: object = {}, caller?: Caller) =>
  aws.send('dynamodb', operation, { TableName, ...input }, caller);
const specify = (reference = KMSMasterKeyId) => ({
  SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: reference },
});

const keyPolicy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const account = { AWS: `arn:aws:iam::${TEST_ACCOUNT}:root` };
const all = { Effect: 'Allow', Principal: account, Action: 'kms:*', Resource: '*' };

beforeEach(async () => {
  aws = testWorld(dynamodb, kms, iam);
  const { KeyMetadata } = (await aws.send('kms', 'CreateKey', { Policy: keyPolicy(all) })) as {
    KeyMetadata: { Arn: string };
  };
  KMSMasterKeyId = KeyMetadata.Arn;
});

/** A role of the account that may do everything with tables, and this with keys. */
async function roleWith(Condition: object, ...actions: readonly string[]): Promise<Caller> {
  const trust = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const { Role } = (await aws.send('iam', 'CreateRole', {
    RoleName: 'guard',
    AssumeRolePolicyDocument: keyPolicy(trust),
  })) as { Role: { Arn: string; RoleId: string } };
  await aws.send('iam', 'PutRolePolicy', {
    RoleName: 'guard',
    PolicyName: 'own',
    PolicyDocument: keyPolicy(
      { Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' },
      { Effect: 'Allow', Action: ['kms:None', ...actions], Resource: KMSMasterKeyId, Condition },
    ),
  });
  return {
    type: 'AssumedRole',
    accountId: TEST_ACCOUNT,
    arn: `arn:aws:sts::${TEST_ACCOUNT}:assumed-role/guard/run`,
    principalId: `${Role.RoleId}:run`,
    accessKeyId: 'ASIAGUARD',
    role: { arn: Role.Arn, name: 'guard', principalId: Role.RoleId },
  };
}

const THROUGH = {
  StringEquals: {
    'kms:ViaService': `dynamodb.${TEST_REGION}.amazonaws.com`,
    'kms:EncryptionContext:aws:dynamodb:tableName': TableName,
    'kms:EncryptionContext:aws:dynamodb:subscriberId': TEST_ACCOUNT,
  },
};

const refused = (code: string, message: string) => ({ code, message: expect.stringContaining(message) });

test('a table is described with the key it was made with, whatever name the key was given by', async () => {
  await aws.send('kms', 'CreateAlias', { AliasName: 'alias/guard', TargetKeyId: KMSMasterKeyId });
  await send('CreateTable', { ...TABLE, ...specify('alias/guard') });
  expect(await send('DescribeTable')).toMatchObject({
    Table: { TableStatus: 'ACTIVE', SSEDescription: { SSEType: 'KMS', KMSMasterKeyArn: KMSMasterKeyId } },
  });
});

test('a key that is not there, not enabled, or not meant as KMS is refused', async () => {
  const create = (more: object) => send('CreateTable', { ...TABLE, ...more });
  await expect(create(specify(KMSMasterKeyId.replace(/.$/, 'x')))).rejects.toMatchObject(
    refused('ValidationException', 'NotFoundException'),
  );
  await expect(create({ SSESpecification: { Enabled: true, KMSMasterKeyId } })).rejects.toMatchObject(
    refused('ValidationException', 'SSEType KMS is required'),
  );
  await aws.send('kms', 'DisableKey', { KeyId: KMSMasterKeyId });
  await expect(create(specify())).rejects.toMatchObject(
    refused(
      'ValidationException',
      `KMS key disabled error: com.amazonaws.services.kms.model.DisabledException`,
    ),
  );
});

test('who chooses a key must be let by it to do all that DynamoDB does with it, a grant among that', async () => {
  const create = (caller: Caller) => send('CreateTable', { ...TABLE, ...specify() }, caller);
  const most = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'];
  const { StringEquals } = THROUGH;
  const through = { StringEquals: { 'kms:ViaService': StringEquals['kms:ViaService'] } };
  await expect(create(await roleWith(through, ...most))).rejects.toMatchObject(
    refused('AccessDeniedException', 'KMS key access denied error'),
  );
  await aws.send('iam', 'DeleteRolePolicy', { RoleName: 'guard', PolicyName: 'own' });
  await aws.send('iam', 'DeleteRole', { RoleName: 'guard' });
  await create(await roleWith(through, ...most, 'kms:CreateGrant'));
});

const DATA: readonly (readonly [string, object])[] = [
  ['GetItem', { Key }],
  ['PutItem', { Item: Key }],
  ['UpdateItem', { Key, UpdateExpression: 'SET n = :n', ExpressionAttributeValues: { ':n': { N: '1' } } }],
  ['DeleteItem', { Key }],
  ['Query', { KeyConditionExpression: 'id = :id', ExpressionAttributeValues: { ':id': { S: 'a' } } }],
  ['Scan', {}],
];

test.each(DATA)(
  '%s works by a role that may decrypt through DynamoDB for this table',
  async (operation, input) => {
    await send('CreateTable', { ...TABLE, ...specify() });
    await send(operation, input, await roleWith(THROUGH, 'kms:Decrypt'));
  },
);

test.each(DATA)(
  '%s is refused to a role that may use tables, but not their key',
  async (operation, input) => {
    await send('CreateTable', { ...TABLE, ...specify() });
    await expect(send(operation, input, await roleWith({}))).rejects.toMatchObject(
      refused('AccessDeniedException', 'KMS key access denied error'),
    );
  },
);

test('a right to decrypt for another table is none for this', async () => {
  await send('CreateTable', { ...TABLE, ...specify() });
  const other = { 'kms:EncryptionContext:aws:dynamodb:tableName': 'other' };
  const role = await roleWith({ StringEquals: other }, 'kms:Decrypt');
  await expect(send('GetItem', { Key }, role)).rejects.toMatchObject({ code: 'AccessDeniedException' });
});

test('a key whose policy lets nobody in closes the table to everybody', async () => {
  await send('CreateTable', { ...TABLE, ...specify() });
  const Policy = keyPolicy({ ...all, Action: ['kms:PutKeyPolicy', 'kms:GetKeyPolicy'] });
  await aws.send('kms', 'PutKeyPolicy', { KeyId: KMSMasterKeyId, Policy });
  await expect(send('GetItem', { Key })).rejects.toMatchObject({ code: 'AccessDeniedException' });
});

test.each(DATA)(
  '%s is refused while the key is disabled, and works again when it is enabled',
  async (operation, input) => {
    await send('CreateTable', { ...TABLE, ...specify() });
    await aws.send('kms', 'DisableKey', { KeyId: KMSMasterKeyId });
    await expect(send(operation, input)).rejects.toMatchObject(
      refused('ValidationException', `${KMSMasterKeyId} is disabled.`),
    );
    expect(await send('DescribeTable')).toMatchObject({
      Table: { TableStatus: 'INACCESSIBLE_ENCRYPTION_CREDENTIALS' },
    });
    await aws.send('kms', 'EnableKey', { KeyId: KMSMasterKeyId });
    await send(operation, input);
  },
);

test('a key that is about to be deleted closes the table, too', async () => {
  await send('CreateTable', { ...TABLE, ...specify() });
  await aws.send('kms', 'ScheduleKeyDeletion', { KeyId: KMSMasterKeyId });
  await expect(send('GetItem', { Key })).rejects.toMatchObject(
    refused('ValidationException', 'KMSInvalidStateException'),
  );
});

test('a table can take a key later, and give it up', async () => {
  await send('CreateTable', TABLE);
  await send('UpdateTable', specify());
  await send('UpdateTable', { SSESpecification: { Enabled: false } });
  await aws.send('kms', 'DisableKey', { KeyId: KMSMasterKeyId });
  await send('GetItem', { Key });
});
