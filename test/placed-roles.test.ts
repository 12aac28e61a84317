import { afterEach, expect, it } from 'vitest';
import { connect } from '../src/local/run/attacks/connect.ts';
import { settle, sweep } from '../src/local/run/attacks/settle.ts';
import { createLoggingTrail, STACK_NAME } from '../src/local/run/prepare.ts';
import { type Account, guardedAccount, isLogging, mails, stopLogging, until } from './guarded-account.ts';

const BOUNDARY = 'arn:aws:iam::111122223333:policy/bounds/guards';

let aws: Account | undefined;

afterEach(() => aws?.close());

/** An account whose organization wants its roles in one place, and bound. */
const inPlace = (Action: readonly string[]) =>
  guardedAccount({
    parameters: { RolePath: '/security/', PermissionsBoundaryArn: BOUNDARY },
    before: async (account) => {
      await createLoggingTrail(account);
      const Statement = [{ Effect: 'Allow', Action, Resource: '*' }];
      await connect(account, account.operator).iam('CreatePolicy', {
        PolicyName: 'guards',
        Path: '/bounds/',
        PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }),
      });
    },
  });

it('a guard whose roles have a path and a boundary restores and tells once, and takes its own calls for its own', async () => {
  aws = await inPlace(['*']);
  const { iam } = connect(aws, aws.operator);
  const { Roles } = await iam('ListRoles', { PathPrefix: '/security/' });
  expect(Roles).toMatchObject([
    { RoleName: expect.stringContaining(`${STACK_NAME}-FunctionRole`) },
    { RoleName: expect.stringContaining(`${STACK_NAME}-ScheduleRole`) },
  ]);
  await stopLogging(aws);
  await until('it logs again', isLogging(aws));
  await settle(aws);
  await sweep(aws);
  // The other is what the deployment itself says.
  const subjects = mails(aws).map(({ subject }) => subject);
  expect(subjects.filter((subject) => !subject.includes('guarding 1 of 1'))).toEqual([
    expect.stringMatching(/"mallory" stopped logging, logging again/),
  ]);
});

it('what the boundary does not allow is told as refused', async () => {
  aws = await inPlace([
    'cloudtrail:Describe*',
    'cloudtrail:Get*',
    'cloudtrail:List*',
    'sns:*',
    'sqs:*',
    'dynamodb:*',
    'ssm:*',
    'logs:*',
    'cloudformation:*',
    'lambda:*',
  ]);
  const before = mails(aws).length;
  await stopLogging(aws);
  await until('people are told', () => mails(aws as Account).length > before);
  expect(await isLogging(aws)()).toBe(false);
  expect(mails(aws).at(-1)?.subject).toMatch(/DARK/);
});
