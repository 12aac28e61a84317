import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preventionPolicies } from '../src/cli/policy.ts';
import { connect, type Fields } from '../src/local/run/attacks/connect.ts';
import { TRAIL_ARN } from '../src/local/run/prepare.ts';
import { type Account, guardedAccount, isLogging, mails, until, untilQuiet } from './guarded-account.ts';

const refused = { message: expect.stringMatching(/StopLogging .*(explicit deny|permissions boundary)/) };

let aws: Account;
beforeAll(async () => {
  aws = await guardedAccount();
});
afterAll(() => aws?.close());

/** Makes a managed policy of what is printed. */
async function create(PolicyName: string, PolicyDocument: string): Promise<unknown> {
  const { iam } = connect(aws, aws.operator);
  const { Policy } = await iam('CreatePolicy', { PolicyName, PolicyDocument });
  return (Policy as Fields).Arn;
}

const UserName = () => aws.attacker.userName;
const stop = () => connect(aws, aws.attacker).cloudtrail('StopLogging', { Name: TRAIL_ARN });
const mayRead = () => connect(aws, aws.attacker).cloudtrail('DescribeTrails');

describe('the deny for IAM', () => {
  it('attached to a user refuses what it denies, which is told once, and lets the rest', async () => {
    const { iam } = connect(aws, aws.operator);
    const { policies } = preventionPolicies('iam');
    for (const [index, { text }] of policies.entries())
      await iam('AttachUserPolicy', { UserName: UserName(), PolicyArn: await create(`keep-${index}`, text) });
    await expect(stop()).rejects.toMatchObject(refused);
    await mayRead();
    const told = () => mails(aws).filter(({ subject }) => subject.includes('tried StopLogging'));
    await until('the try was told', () => told().length > 0);
    await untilQuiet(aws);
    expect(told()).toHaveLength(1);
    expect(await isLogging(aws)()).toBe(true);
    for (const [index] of policies.entries()) {
      const [, , , , account] = TRAIL_ARN.split(':');
      const PolicyArn = `arn:aws:iam::${account}:policy/keep-${index}`;
      await iam('DetachUserPolicy', { UserName: UserName(), PolicyArn });
    }
  });

  it('as a boundary refuses the same, and leaves every other right', async () => {
    const { iam } = connect(aws, aws.operator);
    const [{ text } = { text: '' }] = preventionPolicies('permissions-boundary').policies;
    const PermissionsBoundary = await create('boundary', text);
    await iam('PutUserPermissionsBoundary', { UserName: UserName(), PermissionsBoundary });
    await expect(stop()).rejects.toMatchObject(refused);
    await mayRead();
    expect(await isLogging(aws)()).toBe(true);
  });
});
