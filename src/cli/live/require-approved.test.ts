import { describe, expect, test } from 'vitest';
import { testAws } from '../../aws/test-aws.ts';
import type { Live } from './connect.ts';
import type { GuardStack } from './live-stack.ts';
import { requireApproved, whyUnapproved } from './require-approved.ts';

const SESSION = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_1/alice';
const ROLE = 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1';

/** A caller through IAM Identity Center, whose role lies below a path. */
const liveOf = (approvedPrincipals: readonly string[], answers = { GetRole: { Role: { Arn: ROLE } } }) =>
  ({
    identity: {
      accountId: '111122223333',
      partition: 'aws',
      arn: SESSION,
      userId: 'AROA00000000000000000:alice',
    },
    region: 'eu-central-1',
    stack: {
      name: 'guard',
      approvedPrincipals,
      parameterNames: ['Mode', 'ApprovedPrincipals'],
    } as unknown as GuardStack,
    callAws: testAws(answers).callAws,
  }) as unknown as Live;

describe('an approved principal', () => {
  test('is the role behind a session, whatever the session is called', async () => {
    expect(await whyUnapproved(liveOf([ROLE]))).toBeNull();
  });

  test('is not one by its unique id alone: Parameter Store does not tell that', async () => {
    expect(await whyUnapproved(liveOf(['AROA00000000000000000']))).toMatch(/unique id is, but/);
  });
});

describe('who is none', () => {
  test('is told the ARN to add, with the path that only IAM knows', async () => {
    expect(await whyUnapproved(liveOf([]))).toContain(`"ParameterValue":"${ROLE}"`);
  });

  test('is told one that fits all the same when IAM does not answer', async () => {
    const why = await whyUnapproved(liveOf([], {} as { GetRole: { Role: { Arn: string } } }));
    expect(why).toContain('"arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_1"');
  });

  test('goes on only when they said so', async () => {
    const live = liveOf([]);
    await expect(requireApproved(live, { evenThoughUnapproved: false })).rejects.toThrow(
      /Nothing was changed/,
    );
    await requireApproved(live, { evenThoughUnapproved: true });
  });
});
