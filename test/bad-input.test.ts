import { ListQueuesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { TRAIL_ARN } from '../src/local/run/prepare.ts';
import { readLogging } from '../src/local/run/read-world.ts';
import {
  type Account,
  clientConfig,
  guardedAccount,
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

const event = (fields: object, detail: object = {}) => ({
  version: '0',
  id: 'an-event',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.cloudtrail',
  account: '111122223333',
  region: 'eu-central-1',
  time: '2026-11-21T09:00:00Z',
  resources: [],
  detail: {
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'StopLogging',
    eventID: 'an-event',
    ...detail,
  },
  ...fields,
});

/** Messages that can never be used, with the reason they must be set aside for. */
const UNUSABLE = new Map<string, string>([
  ['not-json', '{"half":'],
  ['not-an-event', '[]'],
  ['too-large', JSON.stringify(event({ padding: 'x'.repeat(300_000) }))],
  ['foreign-account', JSON.stringify(event({ account: '444455556666' }))],
  [
    'foreign-partition',
    JSON.stringify(
      event({}, { requestParameters: { name: 'arn:aws-cn:cloudtrail:cn-north-1:111122223333:trail/main' } }),
    ),
  ],
  ['not-about-cloudtrail', JSON.stringify(event({ source: 'aws.s3' }))],
]);

/** The queues of the guard, as an attacker with rights on them sees them. */
async function queuesOf(account: Account) {
  const sqs = new SQSClient(clientConfig(account));
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const find = (part: RegExp) => QueueUrls.find((url) => part.test(url)) ?? '';
  return { sqs, queue: find(/-Queue-/), deadLetters: find(/-DeadLetterQueue-/) };
}

describe('a message that can never be used', () => {
  it('goes to the dead-letter queue with its reason, and stops no other message', async () => {
    aws = await guardedAccount();
    const { sqs, queue, deadLetters } = await queuesOf(aws);
    for (const body of UNUSABLE.values()) {
      await sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: body }));
    }
    await stopLogging(aws);
    await until('the trail logs again', async () => aws && (await readLogging(aws, TRAIL_ARN)).isLogging);
    const reasons = new Set<string | undefined>();
    await until('every message was set aside', async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: deadLetters,
          MaxNumberOfMessages: 10,
          MessageAttributeNames: ['All'],
        }),
      );
      for (const { MessageAttributes } of Messages) reasons.add(MessageAttributes?.reason?.StringValue);
      return reasons.size === UNUSABLE.size;
    });
    expect([...reasons].sort()).toEqual([...UNUSABLE.keys()].sort());
  });
});

describe('a record with nulls where names belong', () => {
  it('is told as what it is, and harms nothing', async () => {
    aws = await guardedAccount();
    const { sqs, queue } = await queuesOf(aws);
    const denied = event(
      {},
      {
        errorCode: 'AccessDenied',
        errorMessage: 'not authorized',
        requestParameters: null,
        responseElements: null,
        userIdentity: null,
        sourceIPAddress: null,
        userAgent: null,
        eventTime: null,
      },
    );
    await sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: JSON.stringify(denied) }));
    await until('it was told', () => aws && mails(aws).length > 0);
    await untilQuiet(aws);
    expect(mails(aws)).toHaveLength(1);
    expect((await readLogging(aws, TRAIL_ARN)).isLogging).toBe(true);
  });
});
