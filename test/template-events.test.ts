import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { EnableSecurityHubCommand, GetFindingsCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../src/domain/json.ts';
import { clientsOf } from '../src/local/run/clients.ts';
import { createLoggingTrail, TRAIL_ARN } from '../src/local/run/prepare.ts';
import { ACCOUNT_ID, REGION } from '../src/local/run/start.ts';
import {
  type Account,
  clientConfig,
  guardedAccount,
  isLogging,
  mails,
  stopLogging,
  until,
  untilQuiet,
} from './guarded-account.ts';

let aws: Account;

afterEach(() => aws.close());

/** People's own queue, which their rule of docs/events.md fills from the default bus; it answers what it has got so far. */
async function subscribe(pattern: object): Promise<() => Promise<readonly JsonObject[]>> {
  const { sqs } = clientsOf(aws, aws.operator);
  const events = new EventBridgeClient(clientConfig(aws, 'operator'));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'siem' }));
  const names = { QueueUrl, AttributeNames: ['QueueArn' as const] };
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand(names));
  const Resource = Attributes?.QueueArn ?? '';
  const Principal = { Service: 'events.amazonaws.com' };
  const Statement = [{ Effect: 'Allow', Principal, Action: 'sqs:SendMessage', Resource }];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  await events.send(new PutRuleCommand({ Name: 'siem', EventPattern: JSON.stringify(pattern) }));
  await events.send(new PutTargetsCommand({ Rule: 'siem', Targets: [{ Id: 'queue', Arn: Resource }] }));
  const got: JsonObject[] = [];
  return async () => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    got.push(...Messages.map(({ Body = '' }) => JSON.parse(Body) as JsonObject));
    return got;
  };
}

describe('an incident', () => {
  it('is an event on the default bus, and so is its end', async () => {
    aws = await guardedAccount();
    const received = await subscribe({ source: ['trailkeeper'], 'detail-type': ['trailkeeper incident'] });
    const documents = async () => (await received()).map(({ detail }) => detail as JsonObject);
    const hasCome = (schema: string) => async () => (await documents()).some((one) => one.schema === schema);

    await stopLogging(aws);
    await until('the incident is an event', hasCome('trailkeeper.report/1'));
    const [event] = await received();
    expect(event).toMatchObject({ account: ACCOUNT_ID, region: REGION, resources: [TRAIL_ARN] });
    expect(event?.detail).toMatchObject({ kind: 'trail', notice: 'first', outcome: 'restored' });

    const isOver = hasCome('trailkeeper.incident/1');
    for (let sweep = 0; sweep < 4 && !(await isOver()); sweep++) {
      aws.clock.skip(5 * 60_000);
      await untilQuiet(aws);
    }
    const closed = (await documents()).find(({ schema }) => schema === 'trailkeeper.incident/1');
    expect(closed).toMatchObject({ state: 'closed', times: 1, closedAt: expect.stringMatching(/^2\d{3}-/) });
    expect(mails(aws).filter(({ body }) => body.includes(String(closed?.id)))).toHaveLength(1);
  });

  it('becomes a finding of Security Hub where that is asked for, and wakes nobody by it', async () => {
    const hub = (account: Account) => new SecurityHubClient(clientConfig(account, 'operator'));
    aws = await guardedAccount({
      parameters: { ImportFindings: 'true' },
      before: async (account) => {
        await createLoggingTrail(account);
        await hub(account).send(new EnableSecurityHubCommand({}));
      },
    });
    const matched: string[] = [];
    aws.world.on('matched', ({ ruleName }) => matched.push(ruleName));
    await stopLogging(aws);
    const Filters = { GeneratorId: [{ Value: 'trailkeeper', Comparison: 'EQUALS' as const }] };
    const findings = async () => (await hub(aws).send(new GetFindingsCommand({ Filters }))).Findings ?? [];
    await until('the incident is a finding', async () => (await findings()).length > 0);
    await untilQuiet(aws);
    expect((await findings())[0]?.Resources?.[0]?.Id).toBe(TRAIL_ARN);
    expect(matched.filter((rule) => rule.includes('SecurityHub'))).toEqual([]);
  });
});

describe('a maintenance window', () => {
  const OPERATOR = `arn:aws:iam::${ACCOUNT_ID}:user/operator`;

  async function openWindow(coversStopLogging: boolean) {
    const until = new Date(aws.clock.now() + 3_600_000).toISOString();
    const Value = JSON.stringify({
      schema: 'trailkeeper.window/1',
      trailArn: TRAIL_ARN,
      until,
      reason: 'we move the bucket',
      coversStopLogging,
    });
    const Name = `/trailkeeper/window/${REGION}/main`;
    const ssm = new SSMClient(clientConfig(aws, 'operator'));
    await ssm.send(new PutParameterCommand({ Name, Value, Type: 'String' }));
    await untilQuiet(aws);
  }

  it('that names StopLogging leaves a stopped trail off', async () => {
    aws = await guardedAccount({ parameters: { ApprovedPrincipals: OPERATOR } });
    await openWindow(true);
    await stopLogging(aws);
    await untilQuiet(aws);
    expect(await isLogging(aws)()).toBe(false);
  });

  it('that does not name it leaves nothing off', async () => {
    aws = await guardedAccount({ parameters: { ApprovedPrincipals: OPERATOR } });
    await openWindow(false);
    await stopLogging(aws);
    await until('the trail logs again', isLogging(aws));
  });
});
