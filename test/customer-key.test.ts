import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import { type Clients, connect } from '../src/local/run/attacks/connect.ts';
import { settle, sweep } from '../src/local/run/attacks/settle.ts';
import { STACK_NAME } from '../src/local/run/prepare.ts';
import { environmentsOf } from '../src/local/services/lambda/environments.ts';
import { type Account, guardedAccount, isLogging, mails, stopLogging, until } from './guarded-account.ts';
import { PassingTime } from './passing-time.ts';

/** The key policy as the documentation has it, ready to be copied: it is for this account, Region and stack. */
const KEY_POLICY =
  /```json\n([\s\S]*?)```/.exec(readFileSync(inRoot('docs/encryption.md'), 'utf8'))?.[1] ?? '';

interface Statement {
  readonly Sid: string;
}

const without = (sid: string) => {
  const policy = JSON.parse(KEY_POLICY) as { readonly Statement: readonly Statement[] };
  const Statement = policy.Statement.filter(({ Sid }) => Sid !== sid);
  if (Statement.length === policy.Statement.length) throw new Error(`the policy has no ${sid}`);
  return JSON.stringify({ ...policy, Statement });
};

let time: PassingTime;
let aws: Account | undefined;
let KeyId: string;

beforeEach(() => {
  time = new PassingTime();
});

afterEach(async () => {
  await aws?.close();
  aws = undefined;
  time.end();
});

/** A guard whose topic, ledger and log are under a key of the account's. */
const underKey = async (Policy = KEY_POLICY) => {
  const account = await guardedAccount({
    settings: { clock: time.clock },
    template: (template) => time.inWorldsTime(template),
    after: async (made) => {
      const { KeyMetadata } = await connect(made, made.operator).kms('CreateKey', { Policy });
      KeyId = (KeyMetadata as { readonly Arn: string }).Arn;
      return { EncryptionKeyArn: KeyId };
    },
  });
  aws = account;
  // The first message says what is guarded.
  await sweep(account);
  await settle(account);
  return {
    account,
    people: connect(account, account.operator),
    attacker: connect(account, account.attacker),
  };
};

/** A queue of the account's people behind a rule on the default bus. */
async function hear(people: Clients, pattern: object): Promise<() => Promise<readonly string[]>> {
  const { QueueUrl } = await people.sqs('CreateQueue', { QueueName: 'siem' });
  const { Attributes } = await people.sqs('GetQueueAttributes', { QueueUrl, AttributeNames: ['QueueArn'] });
  const { QueueArn = '' } = Attributes as { readonly QueueArn?: string };
  const Statement = {
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: QueueArn,
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await people.sqs('SetQueueAttributes', { QueueUrl, Attributes: { Policy } });
  await people.events('PutRule', { Name: 'siem', EventPattern: JSON.stringify(pattern) });
  await people.events('PutTargets', { Rule: 'siem', Targets: [{ Id: 'queue', Arn: QueueArn }] });
  return async () => {
    const { Messages } = await people.sqs('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10 });
    return ((Messages ?? []) as readonly { readonly Body: string }[]).map(({ Body }) => Body);
  };
}

const nameOf = async (people: Clients, LogicalResourceId: string) => {
  const { StackResourceDetail } = await people.cloudformation('DescribeStackResource', {
    StackName: STACK_NAME,
    LogicalResourceId,
  });
  return (StackResourceDetail as { readonly PhysicalResourceId: string }).PhysicalResourceId;
};

const soundAlarm = async (people: Clients) =>
  people.monitoring('SetAlarmState', {
    AlarmName: await nameOf(people, 'ErrorsAlarm'),
    StateValue: 'ALARM',
    StateReason: 'test',
  });

const incidentsIn = async (people: Clients) => {
  const { Items } = await people.dynamodb('Query', {
    TableName: await nameOf(people, 'Ledger'),
    KeyConditionExpression: 'kind = :kind',
    ExpressionAttributeValues: { ':kind': { S: 'incident' } },
  });
  return Items as readonly unknown[];
};

/** As Lambda does with those that were idle for long. */
async function endProcesses({ world }: Account, people: Clients): Promise<void> {
  const { Configuration } = await people.lambda('GetFunction', {
    FunctionName: await nameOf(people, 'Function'),
  });
  environmentsOf(world).retire({ arn: (Configuration as { readonly FunctionArn: string }).FunctionArn });
}

/** What runs for its event ends first: two processes without a ledger do not know what the other told. */
async function disableKey(account: Account, attacker: Clients): Promise<void> {
  await attacker.kms('DisableKey', { KeyId });
  await settle(account);
}

const subjects = (account: Account) => mails(account).map(({ subject }) => subject);
const STOPPED = /"mallory" stopped logging, logging again/;
/** Beside these, a process without a ledger may tell its first messages again, and what was done in the dark is told later. */
const stopsTold = (account: Account) => subjects(account).filter((subject) => STOPPED.test(subject)).length;

describe('a guard under a customer’s key', () => {
  it('restores, tells once, keeps its ledger and its log, and its alarms are heard, with the policy that is documented', async () => {
    const { account, people } = await underKey();
    const before = mails(account).length;
    await stopLogging(account);
    await until('it logs again', isLogging(account));
    await settle(account);
    await sweep(account);
    expect(subjects(account).slice(before)).toEqual([expect.stringMatching(STOPPED)]);
    expect(await incidentsIn(people)).toHaveLength(1);
    const { events } = await people.logs('FilterLogEvents', {
      logGroupName: await nameOf(people, 'FunctionLog'),
    });
    expect(events).not.toEqual([]);
    await soundAlarm(people);
    expect(subjects(account).at(-1)).toMatch(/^ALARM: /);
  });

  it('restores while the key is disabled, says so on the event bus, and sends the mail once the key works again', async () => {
    const { account, people, attacker } = await underKey();
    const heard = await hear(people, { source: ['trailkeeper'] });
    const before = mails(account).length;
    await disableKey(account, attacker);
    await stopLogging(account);
    await until('it logs again', isLogging(account));
    await settle(account);
    await sweep(account);
    await settle(account);
    expect(await isLogging(account)()).toBe(true);
    expect(subjects(account).slice(before)).toEqual([]);
    await expect(incidentsIn(people)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await heard()).toEqual([expect.stringContaining('mallory')]);

    await people.kms('EnableKey', { KeyId });
    await time.passAtOnce(account, 5, 5);
    expect(stopsTold(account)).toBe(1);
  });

  it('tells a stop even when the process that restored it is gone before the key works again', async () => {
    const { account, people, attacker } = await underKey();
    await disableKey(account, attacker);
    await stopLogging(account);
    await until('it logs again', isLogging(account));
    await settle(account);
    await endProcesses(account, people);
    await people.kms('EnableKey', { KeyId });
    await time.passAtOnce(account, 5, 5, 5, 5, 5);
    expect(stopsTold(account)).toBe(1);
  });

  it('restores by the sweep when the event is lost, too', async () => {
    const { account, attacker } = await underKey();
    await attacker.kms('DisableKey', { KeyId });
    Object.assign(account.world.settings, { loseEvents: true });
    await stopLogging(account);
    await settle(account);
    await sweep(account);
    expect(await isLogging(account)()).toBe(true);
  });

  it('whose own log is closed goes silent, and its heartbeat’s alarm shows it on the event bus', async () => {
    const { account, people, attacker } = await underKey();
    const heard = await hear(people, {
      source: ['aws.cloudwatch'],
      'detail-type': ['CloudWatch Alarm State Change'],
      detail: { state: { value: ['ALARM'] } },
    });
    const before = mails(account).length;
    await attacker.kms('DisableKey', { KeyId });
    await time.pass(account, 25);
    expect(await heard()).toContainEqual(expect.stringContaining('no sweep has run'));
    expect(subjects(account).slice(before)).toEqual([]);
  });
});

describe('of the documented policy nothing can be left out:', () => {
  it.each(['UseThroughTopicTableAndLog', 'TableGrants', 'LogsEncrypt'])(
    'without %s the stack is not made',
    async (sid) => {
      await expect(underKey(without(sid))).rejects.toThrow('The stack is ROLLBACK');
    },
  );

  it('without AlarmsPublish nobody hears the alarms', async () => {
    const { account, people } = await underKey(without('AlarmsPublish'));
    const before = mails(account).length;
    await soundAlarm(people);
    expect(mails(account)).toHaveLength(before);
  });

  it('without OwnersAdminister nobody could ever change it, and KMS does not take it', async () => {
    await expect(underKey(without('OwnersAdminister'))).rejects.toThrow(/MalformedPolicy|policy/i);
  });
});
