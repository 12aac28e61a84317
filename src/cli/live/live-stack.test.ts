import { expect, test } from 'vitest';
import type { StackReader } from '../../aws/guard-stack.ts';
import { readGuardStack } from './live-stack.ts';

const CALLER = {
  accountId: '111122223333',
  partition: 'aws-us-gov',
  arn: 'arn:aws-us-gov:iam::111122223333:user/operator',
  userId: 'AIDA0',
};

const readerOf = (
  parameters: Readonly<Record<string, string>>,
  outputs = { LedgerTable: 'table' },
): StackReader => ({
  describe: async (name) => ({
    id: 'id',
    name,
    status: 'CREATE_COMPLETE',
    createdAt: 0,
    parameters,
    outputs,
  }),
  readPhysicalId: async (_, logicalId) => `guard-${logicalId}`,
});

test('the guard’s decisions are read from its stack, and its role from its resources', async () => {
  const parameters = {
    Mode: 'notify',
    RestoreScope: 'logging',
    Trail1: 'main',
    Trail3: 'audit',
    BucketArns: 'a, b',
    KeyArns: '',
  };
  expect(await readGuardStack('guard', CALLER, readerOf(parameters))).toMatchObject({
    mode: 'notify',
    restoreScope: 'logging',
    trails: ['main', 'audit'],
    destinations: ['a', 'b'],
    roleArn: 'arn:aws-us-gov:iam::111122223333:role/guard-FunctionRole',
  });
});

test('a stack that is no guard’s is refused, whoever named it', async () => {
  const other = readerOf({}, {} as { LedgerTable: string });
  await expect(readGuardStack(undefined, CALLER, other)).rejects.toThrow(/no guard's/);
});

test('no stack is an answer, but not when it was named', async () => {
  const none: StackReader = { ...readerOf({}), describe: async () => null };
  expect(await readGuardStack(undefined, CALLER, none)).toBeNull();
  await expect(readGuardStack('typo', CALLER, none)).rejects.toThrow(/no stack "typo"/);
});
