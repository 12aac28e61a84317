import { DeleteStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DeleteTrailCommand, GetTrailStatusCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { afterEach, describe, expect, it } from 'vitest';
import { clientsOf } from '../src/local/run/clients.ts';
import { createLoggingTrail, STACK_NAME, TRAIL_ARN } from '../src/local/run/prepare.ts';
import {
  type Account,
  guardedAccount,
  isLogging,
  mails,
  stopLogging,
  until,
  untilQuiet,
} from './guarded-account.ts';

let aws: Account | undefined;

afterEach(async () => {
  await aws?.close();
  aws = undefined;
});

const arnOf = (name: string) => TRAIL_ARN.replace(/main$/, name);

describe('a stopped trail', () => {
  it.each(['main', TRAIL_ARN])('stopped as %s comes back, and people are told once', async (name) => {
    aws = await guardedAccount();
    await stopLogging(aws, name);
    await until('the trail logs again', isLogging(aws));
    await until('a mail arrived', () => aws && mails(aws).length > 0);
    await untilQuiet(aws);
    expect(mails(aws)).toHaveLength(1);
    expect(mails(aws)[0]?.body).toContain('mallory');
  });

  it('comes back at the next sweep when its event is lost', async () => {
    aws = await guardedAccount({ settings: { deliverLastTrailEvent: false } });
    await stopLogging(aws);
    await untilQuiet(aws);
    expect(await isLogging(aws)()).toBe(false);
    aws.clock.skip(5 * 60_000);
    await until('the sweep restored it', isLogging(aws));
    await until('a mail arrived', () => aws && mails(aws).some(({ body }) => body.includes(TRAIL_ARN)));
  });

  it('and was started again between two sweeps is told, though no event of the stop came', async () => {
    aws = await guardedAccount({ settings: { deliverLastTrailEvent: false } });
    await stopLogging(aws);
    aws.clock.skip(60_000);
    await clientsOf(aws, aws.attacker).cloudTrail.send(new StartLoggingCommand({ Name: 'main' }));
    await untilQuiet(aws);
    const told = () => (aws ? mails(aws) : []).filter(({ subject }) => /stopped logging/.test(subject));
    expect(told()).toEqual([]);
    aws.clock.skip(5 * 60_000);
    await until('the sweep told it', () => told().length > 0);
    expect(told()[0]?.body).toContain('mallory');
  });

  it('comes back although the quota of one write a second was just used up', async () => {
    aws = await guardedAccount({ settings: { quotas: true } });
    await stopLogging(aws);
    const isToldAsLit = () => aws && mails(aws).some(({ subject }) => /logging again/.test(subject));
    await until('it is told as logging again', isToldAsLit);
    expect(await isLogging(aws)()).toBe(true);
  });

  it('is told as restored only when a lagging read proves it', async () => {
    aws = await guardedAccount({ settings: { readLagMs: 1_500 } });
    aws.clock.skip(1_500);
    await stopLogging(aws);
    await until('a mail arrived', () => aws && mails(aws).length > 0, 25_000);
    expect(mails(aws)[0]?.subject).toMatch(/logging again/i);
    expect(await isLogging(aws)()).toBe(true);
  });

  it('comes back when every event and every message comes twice, and is told once', async () => {
    aws = await guardedAccount({ settings: { duplicateEvents: true, duplicateMessages: true } });
    await stopLogging(aws);
    await until('a mail arrived', () => aws && mails(aws).length > 0);
    await untilQuiet(aws);
    expect(mails(aws)).toHaveLength(1);
  });

  it('comes back every time it is stopped, and flapping is one mail', async () => {
    aws = await guardedAccount();
    for (let round = 0; round < 5; round++) {
      await stopLogging(aws);
      await until('the trail logs again', isLogging(aws));
    }
    await untilQuiet(aws);
    expect(mails(aws)).toHaveLength(1);
  });
});

describe('which trails are guarded', () => {
  it('guards a trail that was made after the guard', async () => {
    aws = await guardedAccount();
    await createLoggingTrail(aws, 'later');
    await stopLogging(aws, 'later');
    await until('the trail logs again', isLogging(aws, arnOf('later')));
  });

  it('leaves a trail that was off before the guard came to its owner', async () => {
    aws = await guardedAccount({
      before: async (account) => {
        await createLoggingTrail(account);
        await createLoggingTrail(account, 'off');
        await stopLogging(account, 'off');
      },
    });
    aws.clock.skip(5 * 60_000);
    await until('the first message came', () => aws && mails(aws).length > 0);
    await untilQuiet(aws);
    expect(await isLogging(aws, arnOf('off'))()).toBe(false);
    expect(mails(aws)[0]?.body).toContain('off');
  });

  it('guards a trail from when it is first seen logging', async () => {
    aws = await guardedAccount({
      before: async (account) => {
        await createLoggingTrail(account);
        await createLoggingTrail(account, 'late');
        await stopLogging(account, 'late');
      },
    });
    const { cloudTrail } = clientsOf(aws, aws.operator);
    await cloudTrail.send(new StartLoggingCommand({ Name: 'late' }));
    await stopLogging(aws, 'late');
    await until('the trail logs again', isLogging(aws, arnOf('late')));
  });

  it('deploys into an account without a trail, and says that nothing is guarded', async () => {
    aws = await guardedAccount({ before: async () => {} });
    aws.clock.skip(5 * 60_000);
    await until('the first message came', () => aws && mails(aws).length > 0);
    expect(mails(aws)[0]?.body).toMatch(/nothing is guarded|no trail/i);
    expect(mails(aws)[0]?.body).toContain('aws cloudtrail create-trail');
  });
});

describe('a stack that is deleted', () => {
  it('says so in a last message, and its deletion does not wait for that', async () => {
    aws = await guardedAccount();
    const { cloudFormation } = clientsOf(aws, aws.operator);
    const describeStack = () => cloudFormation.send(new DescribeStacksCommand({ StackName: STACK_NAME }));
    await cloudFormation.send(new DeleteStackCommand({ StackName: STACK_NAME }));
    const isLastMessageThere = () => aws && mails(aws).some(({ subject }) => /REMOVED/.test(subject));
    await until('the last message came', isLastMessageThere);
    await until('the stack is gone', () =>
      describeStack().then(
        () => false,
        () => true,
      ),
    );
  });
});

describe('a deleted trail', () => {
  it('is made again as it was, logs, and is told with who deleted it', async () => {
    aws = await guardedAccount();
    const { cloudTrail } = clientsOf(aws, aws.attacker);
    await cloudTrail.send(new DeleteTrailCommand({ Name: 'main' }));
    await until('the trail logs again', () => aws && isLogging(aws)().catch(() => false));
    await until('a mail arrived', () => aws && mails(aws).length > 0);
    expect(mails(aws)[0]?.subject).toMatch(/deleted the trail, created again and logging/);
    expect(mails(aws)[0]?.body).toMatch(/Home Region +eu-central-1/);
  });
});

describe('the guard in the embedded AWS', () => {
  it('is what the template says and nothing else: without the event’s name in its rule, it hears nothing', async () => {
    aws = await guardedAccount({ template: (text) => text.replaceAll('"StopLogging"', '"StopNothing"') });
    await stopLogging(aws);
    await untilQuiet(aws);
    expect(await isLogging(aws)()).toBe(false);
  });

  it('has the rights the template gives it and no others: without StartLogging, it tells that AWS refused', async () => {
    aws = await guardedAccount({
      template: (text) => text.replaceAll('"cloudtrail:StartLogging"', '"cloudtrail:GetTrail"'),
    });
    await stopLogging(aws);
    await until('a mail arrived', () => aws && mails(aws).length > 0);
    expect(mails(aws)[0]?.subject).toMatch(/DARK.*AWS refused/);
  });
});

describe('an embedded trail', () => {
  it('keeps its home Region’s rule for the guard too: the status is read by ARN', async () => {
    aws = await guardedAccount();
    const { cloudTrail } = clientsOf(aws, aws.operator);
    const status = await cloudTrail.send(new GetTrailStatusCommand({ Name: TRAIL_ARN }));
    expect(status.IsLogging).toBe(true);
  });
});
