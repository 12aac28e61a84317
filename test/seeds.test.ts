import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  AddTagsCommand,
  DeleteTrailCommand,
  PutEventSelectorsCommand,
  RemoveTagsCommand,
  StartLoggingCommand,
  UpdateTrailCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  CreateDetectorCommand,
  CreateSampleFindingsCommand,
  GuardDutyClient,
} from '@aws-sdk/client-guardduty';
import {
  BatchImportFindingsCommand,
  EnableSecurityHubCommand,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { CreateTopicCommand, DeleteTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { preventionPolicies } from '../src/cli/policy.ts';
import { clientsOf } from '../src/local/run/clients.ts';
import { createLoggingTrail, STACK_NAME, TRAIL_ARN } from '../src/local/run/prepare.ts';
import { ACCOUNT_ID, REGION } from '../src/local/run/start.ts';
import {
  type Account,
  clientConfig,
  guardedAccount,
  isLogging,
  mails,
  reportOf,
  stopLogging,
  until,
  untilQuiet,
} from './guarded-account.ts';

let aws: Account | undefined;

afterEach(async () => {
  await aws?.close();
  aws = undefined;
});

const SPARE_ARN = TRAIL_ARN.replace(/main$/, 'spare');

const withTwoTrails = async (account: Account) => {
  await createLoggingTrail(account);
  await createLoggingTrail(account, 'spare');
};

describe('the document that restarts one named trail', () => {
  it.each([
    ['its name', 'main'],
    ['its ARN', TRAIL_ARN],
  ])('guards only the trail given by %s; another is left alone', async (_, Trail1) => {
    aws = await guardedAccount({ before: withTwoTrails, parameters: { Trail1 } });
    await stopLogging(aws, 'spare');
    await stopLogging(aws, 'main');
    await until('the named trail logs again', isLogging(aws));
    await untilQuiet(aws);
    expect(await isLogging(aws, SPARE_ARN)()).toBe(false);
  });

  it.each(['main', TRAIL_ARN])('restores the named trail when it was stopped as %s', async (name) => {
    aws = await guardedAccount({ parameters: { Trail1: 'main' } });
    await stopLogging(aws, name);
    await until('the named trail logs again', isLogging(aws));
  });
});

describe('the document with the deny, the mail and the Lambda', () => {
  it('mails and changes nothing in mode notify', async () => {
    aws = await guardedAccount({ parameters: { Mode: 'notify' } });
    await stopLogging(aws);
    await until('a mail arrived', () => aws && mails(aws).length > 0);
    await untilQuiet(aws);
    expect(await isLogging(aws)()).toBe(false);
    expect(mails(aws)).toHaveLength(1);
  });

  it('denies stopping one trail by its ARN', () => {
    const { denies } = preventionPolicies('iam', { trailArns: [TRAIL_ARN] });
    expect(denies[0]?.statement).toMatchObject({
      Effect: 'Deny',
      Action: expect.arrayContaining(['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail']),
      Resource: [TRAIL_ARN],
    });
  });
});

describe('the document that tells eight calls', () => {
  it('tells all eight calls, each once, and restores the stopped trail', async () => {
    aws = await guardedAccount();
    const { cloudTrail } = clientsOf(aws, aws.attacker);
    const bucket = `trail-logs-main-${ACCOUNT_ID}`;
    const tags = { ResourceId: TRAIL_ARN, TagsList: [{ Key: 'owner', Value: 'security' }] };
    const told = async (what: string) => {
      await until(`${what} was told`, () => aws && mails(aws).some(({ body }) => body.includes(what)));
    };
    await cloudTrail.send(new AddTagsCommand({ ResourceId: tags.ResourceId, TagsList: tags.TagsList }));
    await told('AddTags');
    await cloudTrail.send(new RemoveTagsCommand({ ResourceId: tags.ResourceId, TagsList: tags.TagsList }));
    await told('RemoveTags');
    await cloudTrail.send(new UpdateTrailCommand({ Name: 'main', IsMultiRegionTrail: false }));
    await told('UpdateTrail');
    await cloudTrail.send(
      new PutEventSelectorsCommand({
        TrailName: 'main',
        EventSelectors: [{ ReadWriteType: 'ReadOnly', IncludeManagementEvents: true }],
      }),
    );
    await told('PutEventSelectors');
    await cloudTrail.send(
      new PutEventSelectorsCommand({
        TrailName: 'main',
        EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }],
      }),
    );
    await createLoggingTrail(aws, 'second');
    await told('CreateTrail');
    await cloudTrail.send(new StartLoggingCommand({ Name: 'main' }));
    await told('StartLogging');
    await stopLogging(aws, 'main');
    await told('StopLogging');
    await until('the trail logs again', isLogging(aws));
    await cloudTrail.send(new DeleteTrailCommand({ Name: 'second' }));
    await told('DeleteTrail');
    await untilQuiet(aws);
    expect(bucket).toContain('main');
    expect(mails(aws).filter(({ body }) => body.includes('StopLogging'))).toHaveLength(1);
  });

  it('takes an existing topic, and gives machines the CloudTrail record inside the report', async () => {
    const queueOf = async (account: Account) => {
      const sqs = new SQSClient(clientConfig(account, 'operator'));
      const { QueueUrl } = await sqs.send(
        new CreateQueueCommand({
          QueueName: 'machines',
          Attributes: { Policy: allowTopic(`arn:aws:sqs:${REGION}:${ACCOUNT_ID}:machines`) },
        }),
      );
      return { sqs, QueueUrl };
    };
    const topicArn = `arn:aws:sns:${REGION}:${ACCOUNT_ID}:security-alerts`;
    aws = await guardedAccount({
      before: async (account) => {
        await createLoggingTrail(account);
        const sns = new SNSClient(clientConfig(account, 'operator'));
        await sns.send(new CreateTopicCommand({ Name: 'security-alerts' }));
        await queueOf(account);
        await sns.send(
          new SubscribeCommand({
            TopicArn: topicArn,
            Protocol: 'sqs',
            Endpoint: `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:machines`,
          }),
        );
      },
      parameters: { SecurityContactEmail: '', AlertTopicArn: topicArn },
      isConfirmed: false,
    });
    // The sweep of the deployment would find the trail off before its event is there.
    await untilQuiet(aws);
    await stopLogging(aws);
    const { sqs, QueueUrl } = await queueOf(aws);
    let report: ReturnType<typeof reportOf> | undefined;
    await until('the report came', async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      );
      const reports = Messages.map(({ Body }) => reportOf(JSON.parse(Body ?? '{}').Message));
      report = reports.find(({ kind }) => kind === 'trail') ?? report;
      return report;
    });
    expect(report).toMatchObject({
      schema: 'trailkeeper.report/1',
      outcome: 'restored',
      // The guard's own StartLogging may have come with it.
      calls: expect.arrayContaining([
        expect.objectContaining({
          record: expect.objectContaining({
            eventName: 'StopLogging',
            eventSource: 'cloudtrail.amazonaws.com',
          }),
        }),
      ]),
    });
  });

  it('sends no second mail and starts no loop for the guard’s own StartLogging', async () => {
    aws = await guardedAccount();
    let starts = 0;
    aws.world.on('call', ({ operation }) => {
      if (operation === 'StartLogging') starts++;
    });
    await stopLogging(aws);
    await until('a mail arrived', () => aws && mails(aws).length > 0);
    await untilQuiet(aws);
    expect({ starts, mails: mails(aws).length }).toEqual({ starts: 1, mails: 1 });
  });

  it('restores a trail though its topic is deleted', async () => {
    aws = await guardedAccount();
    const sns = new SNSClient(clientConfig(aws));
    const { cloudFormation } = clientsOf(aws, aws.operator);
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: STACK_NAME }));
    const topicArn = Stacks?.[0]?.Outputs?.find(({ OutputValue }) =>
      OutputValue?.startsWith('arn:aws:sns:'),
    )?.OutputValue;
    await sns.send(new DeleteTopicCommand({ TopicArn: topicArn }));
    await stopLogging(aws);
    await until('the trail logs again', isLogging(aws));
  });
});

describe('the document that names the user', () => {
  it('names user and source IP in the message', async () => {
    aws = await guardedAccount();
    await stopLogging(aws);
    await until('a mail arrived', () => aws && mails(aws).length > 0);
    expect(mails(aws)[0]?.body).toMatch(/mallory/);
    expect(mails(aws)[0]?.body).toMatch(/127\.0\.0\.1/);
  });
});

describe('the document with one template', () => {
  it('looks at every trail for a GuardDuty finding, which it does not believe', async () => {
    aws = await guardedAccount({ settings: { deliverLastTrailEvent: false } });
    const guardDuty = new GuardDutyClient(clientConfig(aws));
    const { DetectorId } = await guardDuty.send(new CreateDetectorCommand({ Enable: true }));
    const sample = new CreateSampleFindingsCommand({
      DetectorId,
      FindingTypes: ['Stealth:IAMUser/CloudTrailLoggingDisabled'],
    });
    await guardDuty.send(sample);
    await untilQuiet(aws);
    expect(mails(aws)).toEqual([]);
    await stopLogging(aws);
    await untilQuiet(aws);
    expect(await isLogging(aws)()).toBe(false);
    await guardDuty.send(sample);
    await until('the finding made it look', isLogging(aws));
    await until('a mail arrived', () => aws && mails(aws).length > 0);
    expect(mails(aws)[0]?.body).toContain('IAMUser/CloudTrailLoggingDisabled');
  });

  it('looks at every trail for a Security Hub finding', async () => {
    aws = await guardedAccount({ settings: { deliverLastTrailEvent: false } });
    await stopLogging(aws);
    await untilQuiet(aws);
    const hub = new SecurityHubClient(clientConfig(aws));
    await hub.send(new EnableSecurityHubCommand({}));
    await hub.send(new BatchImportFindingsCommand({ Findings: [securityHubFinding()] }));
    await until('the finding made it look', isLogging(aws));
  });

  it('shows a subscription that awaits confirmation in the outputs, the log and a metric', async () => {
    const lines: string[] = [];
    aws = await guardedAccount({
      isConfirmed: false,
      before: async (account) => {
        account.world.on('logged', ({ line }) => lines.push(line));
        await createLoggingTrail(account);
      },
    });
    const { cloudFormation } = clientsOf(aws, aws.operator);
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: STACK_NAME }));
    const outputs = (Stacks?.[0]?.Outputs ?? []).map(({ OutputValue }) => OutputValue);
    expect(outputs).toContainEqual(expect.stringContaining('waiting'));
    expect(lines).toContainEqual(expect.stringContaining('"SubscriptionsPending":1'));
  });
});

const allowTopic = (queueArn: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
      },
    ],
  });

const securityHubFinding = () => ({
  SchemaVersion: '2018-10-08',
  Id: 'finding-1',
  ProductArn: `arn:aws:securityhub:${REGION}:${ACCOUNT_ID}:product/${ACCOUNT_ID}/default`,
  GeneratorId: 'security-control/CloudTrail.1',
  AwsAccountId: ACCOUNT_ID,
  CreatedAt: '2026-11-21T09:00:00Z',
  UpdatedAt: '2026-11-21T09:00:00Z',
  Severity: { Label: 'HIGH' as const },
  Title: 'CloudTrail should be enabled and configured with at least one multi-Region trail',
  Description: 'This control fails.',
  Resources: [{ Type: 'AwsAccount', Id: `AWS::::Account:${ACCOUNT_ID}` }],
  Compliance: { Status: 'FAILED' as const },
});
