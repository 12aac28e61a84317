import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { EnableSecurityHubCommand, GetFindingsCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeEventHistory } from '../src/aws/event-history.ts';
import { EVENT_SOURCE, INCIDENT_DETAIL_TYPE, makeIncidentEvents } from '../src/aws/incident-events.ts';
import { makeSecurityHub } from '../src/aws/security-hub.ts';
import { clientsOf } from '../src/local/run/clients.ts';
import { createLoggingTrail, TRAIL_ARN } from '../src/local/run/prepare.ts';
import { ACCOUNT_ID, type EmbeddedAws, REGION, startEmbeddedAws } from '../src/local/run/start.ts';
import { clientConfig, until } from './guarded-account.ts';
import { operatorOf } from './whole-trail.ts';

let aws: EmbeddedAws;

beforeEach(async () => {
  aws = await startEmbeddedAws({ quotas: false });
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

/** A queue that a rule of the account's own people fills from the default bus. */
async function queueBehind(pattern: object): Promise<() => Promise<unknown>> {
  const { sqs } = clientsOf(aws, aws.operator);
  const events = new EventBridgeClient(clientConfig(aws, 'operator'));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'siem' }));
  const names = { QueueUrl, AttributeNames: ['QueueArn' as const] };
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand(names));
  const QueueArn = Attributes?.QueueArn ?? '';
  const Statement = [
    {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: QueueArn,
    },
  ];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  await events.send(new PutRuleCommand({ Name: 'siem', EventPattern: JSON.stringify(pattern) }));
  await events.send(new PutTargetsCommand({ Rule: 'siem', Targets: [{ Id: 'queue', Arn: QueueArn }] }));
  return async () => {
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    return Messages?.[0] && JSON.parse(Messages[0].Body ?? '');
  };
}

describe('an incident on the default bus', () => {
  it('reaches a rule that knows its source and version', async () => {
    const receive = await queueBehind({
      source: [EVENT_SOURCE],
      'detail-type': [INCIDENT_DETAIL_TYPE],
      resources: [TRAIL_ARN],
      detail: { schema: ['trailkeeper.report/1'] },
    });
    const document = JSON.stringify({ schema: 'trailkeeper.report/1', incidentId: 'main-1' });
    await makeIncidentEvents(operatorOf(aws).callAws, REGION).put({
      document,
      at: 0,
      resources: [TRAIL_ARN],
    });
    let received: unknown;
    await until('the message is in the queue', async () => {
      received = await receive();
      return received;
    });
    expect(received).toMatchObject({ detail: { incidentId: 'main-1' }, region: REGION });
  });

  it('that EventBridge does not take is an error with its reason', async () => {
    const events = makeIncidentEvents(operatorOf(aws).callAws, REGION);
    await expect(events.put({ document: '[', at: 0, resources: [] })).rejects.toThrow('MalformedDetail');
  });
});

describe('Security Hub', () => {
  const finding = {
    SchemaVersion: '2018-10-08',
    Id: 'trailkeeper/main-1',
    ProductArn: `arn:aws:securityhub:${REGION}:${ACCOUNT_ID}:product/${ACCOUNT_ID}/default`,
    GeneratorId: 'trailkeeper',
    AwsAccountId: ACCOUNT_ID,
    CreatedAt: '2026-11-20T21:14:08.120Z',
    UpdatedAt: '2026-11-20T21:14:08.120Z',
    Severity: { Label: 'CRITICAL' },
    Title: 'trail main: stopped',
    Description: 'Somebody stopped it.',
    Resources: [{ Type: 'AwsCloudTrailTrail', Id: TRAIL_ARN }],
  };

  it('keeps one finding of an incident, however often it is told, and the note that is written to it', async () => {
    const client = new SecurityHubClient(clientConfig(aws, 'operator'));
    await client.send(new EnableSecurityHubCommand({}));
    const hub = makeSecurityHub(operatorOf(aws).callAws, REGION);
    await hub.importFinding(finding);
    expect(await hub.addNote(finding.Id, `Put back. ${'x'.repeat(600)}`)).toBe(true);
    await hub.importFinding({ ...finding, Title: 'trail main: logging again' });
    const { Findings } = await client.send(new GetFindingsCommand({}));
    expect(Findings).toMatchObject([
      {
        Title: 'trail main: logging again',
        Note: { UpdatedBy: 'trailkeeper', Text: expect.stringMatching(/^Put back/) },
      },
    ]);
    expect(Findings?.[0]?.Note?.Text?.length).toBe(512);
  });

  it('knows nothing of a finding that is gone, and says why it takes none', async () => {
    const client = new SecurityHubClient(clientConfig(aws, 'operator'));
    await client.send(new EnableSecurityHubCommand({}));
    const hub = makeSecurityHub(operatorOf(aws).callAws, REGION);
    expect(await hub.addNote('gone', 'text')).toBe(false);
    await expect(hub.importFinding({ ...finding, Title: 'x'.repeat(257) })).rejects.toThrow('InvalidInput');
  });
});

describe('event history of an account', () => {
  it('names who made a call, by its id, also when no trail logs', async () => {
    await createLoggingTrail(aws);
    const { callAws, ask } = operatorOf(aws);
    await ask('cloudtrail', 'StopLogging', { Name: TRAIL_ARN });
    const history = makeEventHistory(callAws, { region: REGION, partition: 'aws' });
    const attribute = { key: 'EventName', value: 'StopLogging' } as const;
    const now = aws.world.clock.now();
    const query = { region: REGION, since: now - 60_000, until: now + 60_000, attribute, atMost: 10 };
    let found = await history.lookUp(query);
    await until('the history shows it', async () => {
      found = await history.lookUp(query);
      return found.records.length > 0;
    });
    expect(found.records).toMatchObject([
      { eventName: 'StopLogging', userIdentity: { userName: 'operator' } },
    ]);
    const eventId = String(found.records[0]?.eventID);
    expect(await history.findEvent(eventId, REGION)).toMatchObject({ eventID: eventId });
    expect(await history.findEvent('3038ebd2-c98a-4c65-9b6e-e22506292313', REGION)).toBeNull();
  });
});
