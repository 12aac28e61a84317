import { beforeEach, describe, expect, test } from 'vitest';
import { alice, mallory, TEST_ACCOUNT, TEST_REGION, testWorld } from '../../endpoint/test-world.ts';
import { iam } from '../iam/index.ts';
import { sqs } from '../sqs/index.ts';
import { readInbox } from './inbox.ts';
import { sns } from './index.ts';
import { mayPublish } from './policy.ts';
import { publish } from './publish.ts';

let aws: ReturnType<typeof testWorld>;
const send = (operation: string, input: object = {}, caller = alice) =>
  aws.send('sns', operation, input, caller);

const TopicArn = `arn:aws:sns:${TEST_REGION}:${TEST_ACCOUNT}:t`;
const QUEUE_ARN = `arn:aws:sqs:${TEST_REGION}:${TEST_ACCOUNT}:q`;
const anonymous = { type: 'Anonymous', accountId: '', arn: '', principalId: '', accessKeyId: '' } as const;

beforeEach(async () => {
  aws = testWorld(sns, sqs, iam);
  aws.world.endpointUrl = 'http://127.0.0.1:4580';
  await send('CreateTopic', { Name: 't' });
});

const subscribe = async (more: object = {}) =>
  (await send('Subscribe', { TopicArn, Protocol: 'email', Endpoint: 'me@example.com', ...more })) as {
    SubscriptionArn: string;
  };

/** What somebody gets who follows a link in a mail. */
const follow = (link: string) => {
  const { Action = '', ...input } = Object.fromEntries(new URL(link).searchParams);
  return send(Action, input, anonymous);
};

const links = () => readInbox(aws.world).map(({ body }) => /http:\/\/\S+/.exec(body)?.[0] ?? '');
const confirmByMail = () => follow(links().at(-1) ?? '');
const notifications = () => readInbox(aws.world).filter(({ kind }) => kind === 'notification');
const send1 = (more: object = {}) => send('Publish', { TopicArn, Message: 'hello', ...more });

describe('an e-mail subscription', () => {
  test('gets nothing until the link in the first mail was visited', async () => {
    expect(await subscribe()).toEqual({ SubscriptionArn: 'pending confirmation' });
    await send1();
    expect(readInbox(aws.world)).toMatchObject([
      { kind: 'confirmation', to: 'me@example.com', from: expect.stringContaining('AWS Notifications') },
    ]);
    await confirmByMail();
    await send1({ Subject: 'A subject' });
    expect(notifications()).toMatchObject([
      {
        to: 'me@example.com',
        subject: 'A subject',
        body: expect.stringMatching(/^hello\n\n--\nIf you wish to stop/),
      },
    ]);
  });

  test('is counted as pending, confirmed, deleted', async () => {
    const counts = async () => {
      const { Attributes: a } = (await send('GetTopicAttributes', { TopicArn })) as {
        Attributes: Record<string, string>;
      };
      return [a.SubscriptionsPending, a.SubscriptionsConfirmed, a.SubscriptionsDeleted].map(Number);
    };
    await subscribe();
    expect(await counts()).toEqual([1, 0, 0]);
    const { SubscriptionArn } = (await confirmByMail()) as { SubscriptionArn: string };
    expect(await counts()).toEqual([0, 1, 0]);
    await send('Unsubscribe', { SubscriptionArn });
    expect(await counts()).toEqual([0, 0, 1]);
  });

  test('has no ARN in lists before it is confirmed', async () => {
    await subscribe();
    expect(await send('ListSubscriptionsByTopic', { TopicArn })).toMatchObject({
      Subscriptions: [{ SubscriptionArn: 'PendingConfirmation', Endpoint: 'me@example.com' }],
    });
  });

  test('is forgotten when nobody confirms it for two days', async () => {
    await subscribe();
    await aws.clock.advance(49 * 3_600_000);
    await expect(confirmByMail()).rejects.toMatchObject({ code: 'InvalidParameter' });
  });

  test('can be ended by whoever has a mail', async () => {
    await subscribe();
    await confirmByMail();
    await send1();
    await follow(links().at(-1) ?? '');
    await send1();
    expect(notifications()).toHaveLength(1);
  });

  test('that waits for its confirmation cannot be ended', async () => {
    const { SubscriptionArn } = await subscribe({ ReturnSubscriptionArn: true });
    await expect(send('Unsubscribe', { SubscriptionArn })).rejects.toMatchObject({
      code: 'InvalidParameter',
      message: expect.stringContaining('Cannot unsubscribe a subscription that is pending confirmation'),
    });
  });

  test('that was confirmed with AuthenticateOnUnsubscribe can only be ended by its account', async () => {
    await subscribe();
    const Token = new URL(links()[0] ?? '').searchParams.get('Token');
    const { SubscriptionArn } = (await send('ConfirmSubscription', {
      TopicArn,
      Token,
      AuthenticateOnUnsubscribe: 'true',
    })) as { SubscriptionArn: string };
    await send1();
    await expect(follow(links().at(-1) ?? '')).rejects.toMatchObject({ code: 'AuthorizationError' });
    await expect(send('Unsubscribe', { SubscriptionArn }, mallory)).rejects.toMatchObject({
      code: 'AuthorizationError',
    });
    await send('Unsubscribe', { SubscriptionArn });
  });

  test('asked for again before it is confirmed gets another mail, and stays one', async () => {
    await subscribe();
    await subscribe();
    expect(readInbox(aws.world)).toHaveLength(2);
    await confirmByMail();
    await send1();
    expect(notifications()).toHaveLength(1);
  });

  test('for machines gets the whole notification', async () => {
    await subscribe({ Protocol: 'email-json' });
    await confirmByMail();
    await send1({ Subject: 's' });
    expect(JSON.parse(notifications()[0]?.body ?? '')).toMatchObject({
      Type: 'Notification',
      TopicArn,
      Subject: 's',
      Message: 'hello',
    });
  });

  test.each([
    ['an SMS', { Protocol: 'sms' }, 'NotImplemented'],
    ['a web address', { Protocol: 'https', Endpoint: 'https://example.com' }, 'NotImplemented'],
    ['an address that is none', { Endpoint: 'me' }, 'InvalidParameter'],
    ["another Region's topic", { TopicArn: TopicArn.replace(TEST_REGION, 'eu-west-1') }, 'InvalidParameter'],
    ['a topic that is not there', { TopicArn: `${TopicArn}x` }, 'NotFound'],
  ])('is refused for %s', async (_, more, code) => {
    await expect(subscribe(more)).rejects.toMatchObject({ code });
  });
});

describe('a queue', () => {
  const lets = (queuePolicy: object) =>
    aws.send('sqs', 'CreateQueue', {
      QueueName: 'q',
      Attributes: { Policy: JSON.stringify({ Version: '2012-10-17', Statement: [queuePolicy] }) },
    });
  const letsTopic = () =>
    lets({
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: QUEUE_ARN,
      Condition: { ArnEquals: { 'aws:SourceArn': TopicArn } },
    });
  const received = async () => {
    const { Messages = [] } = (await aws.send('sqs', 'ReceiveMessage', {
      QueueUrl: `http://127.0.0.1/${TEST_ACCOUNT}/q`,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
    })) as { Messages?: { Body: string; MessageAttributes?: object }[] };
    return Messages;
  };
  const queue = { Protocol: 'sqs', Endpoint: QUEUE_ARN };
  const MessageAttributes = { kind: { DataType: 'String', StringValue: 'a' } };

  test('is subscribed at once and gets the notification as JSON', async () => {
    await letsTopic();
    const delivered: string[] = [];
    aws.world.on('delivered', ({ protocol }) => delivered.push(protocol));
    expect((await subscribe(queue)).SubscriptionArn).toMatch(/^arn:/);
    const { MessageId } = (await send1({ MessageAttributes })) as { MessageId: string };
    const [message] = await received();
    expect(JSON.parse(message?.Body ?? '')).toMatchObject({
      MessageId,
      Message: 'hello',
      MessageAttributes: { kind: { Type: 'String', Value: 'a' } },
    });
    expect(delivered).toEqual(['sqs']);
  });

  test('can have the message raw, with its attributes', async () => {
    await letsTopic();
    await subscribe({ ...queue, Attributes: { RawMessageDelivery: 'true' } });
    await send1({ MessageAttributes });
    expect(await received()).toMatchObject([
      { Body: 'hello', MessageAttributes: { kind: { StringValue: 'a' } } },
    ]);
  });

  test('that does not let the topic in gets nothing', async () => {
    await aws.send('sqs', 'CreateQueue', { QueueName: 'q' });
    await subscribe(queue);
    await send1();
    expect(await received()).toEqual([]);
  });

  test.each([
    ['{"kind":["a","b"]}', undefined, 1],
    ['{"kind":["b"]}', undefined, 0],
    ['{"kind":[{"anything-but":["b"]}]}', undefined, 1],
    ['{"state":{"dark":[true]}}', 'MessageBody', 1],
    ['{"state":{"dark":[false]}}', 'MessageBody', 0],
    ['{}', undefined, 1],
  ])(
    'with the filter %s on %s gets %i',
    async (FilterPolicy, FilterPolicyScope = 'MessageAttributes', count) => {
      await letsTopic();
      await subscribe({ ...queue, Attributes: { FilterPolicy, FilterPolicyScope } });
      await send1({ Message: '{"state":{"dark":true}}', MessageAttributes });
      expect(await received()).toHaveLength(count);
    },
  );

  test('is not filtered by what is no filter', async () => {
    await expect(subscribe({ ...queue, Attributes: { FilterPolicy: '{"kind":"a"}' } })).rejects.toMatchObject(
      {
        code: 'InvalidParameter',
      },
    );
  });
});

describe('a message', () => {
  test.each([
    ['99 characters of subject', { Subject: 'x'.repeat(99) }],
    ['a subject beyond ASCII', { Subject: 'Trail – stopped' }],
    ['256 KB', { Message: 'x'.repeat(262_144) }],
    ['one text for each protocol', { MessageStructure: 'json', Message: '{"default":"d","email":"e"}' }],
  ])('is taken with %s', async (_, more) => {
    await expect(send1(more)).resolves.toMatchObject({ MessageId: expect.any(String) });
  });

  test.each([
    ['an empty subject', { Subject: '' }],
    ['100 characters of subject', { Subject: 'x'.repeat(100) }],
    ['a line break in the subject', { Subject: 'a\nb' }],
    ['a control character in the subject', { Subject: 'a\u0007b' }],
    ['a subject that begins with a space', { Subject: ' a' }],
    ['no text', { Message: '' }],
    ['more than 256 KB', { Message: 'é'.repeat(131_073) }],
    ['a structure that is no JSON', { MessageStructure: 'json', Message: 'x' }],
    ['no default', { MessageStructure: 'json', Message: '{"email":"e"}' }],
    ['a default that is no text', { MessageStructure: 'json', Message: '{"default":{}}' }],
    ['another structure', { MessageStructure: 'xml' }],
    ['an attribute without a value', { MessageAttributes: { a: { DataType: 'String' } } }],
  ])('is refused with %s', async (_, more) => {
    await expect(send1(more)).rejects.toMatchObject({ code: 'InvalidParameter' });
  });

  test('is told to each protocol in its own words', async () => {
    await subscribe();
    await confirmByMail();
    await send1({ MessageStructure: 'json', Message: '{"default":"d","email":"for people"}' });
    expect(notifications()[0]?.body).toMatch(/^for people\n/);
  });

  test('of a batch that is wrong does not keep the others back', async () => {
    const PublishBatchRequestEntries = [
      { Id: '1', Message: 'fine' },
      { Id: '2', Message: '' },
    ];
    expect(await send('PublishBatch', { TopicArn, PublishBatchRequestEntries })).toMatchObject({
      Successful: [{ Id: '1' }],
      Failed: [{ Id: '2', Code: 'InvalidParameter', SenderFault: true }],
    });
  });
});

describe('a topic', () => {
  const RULE_ARN = 'arn:aws:events:us-east-1:111122223333:rule/r';
  const statement = (more: object = {}) => ({
    Effect: 'Allow',
    Action: 'sns:Publish',
    Resource: TopicArn,
    ...more,
  });
  const setPolicy = (...statements: object[]) =>
    send('SetTopicAttributes', {
      TopicArn,
      AttributeName: 'Policy',
      AttributeValue: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
    });
  const rulesMay = () => mayPublish(aws.world, TopicArn, 'events.amazonaws.com', RULE_ARN);

  test('lets in no service by itself, and those that its policy names', async () => {
    expect(rulesMay()).toBe(false);
    await setPolicy(
      statement({
        Principal: { Service: 'events.amazonaws.com' },
        Condition: { ArnEquals: { 'aws:SourceArn': RULE_ARN } },
      }),
    );
    expect(rulesMay()).toBe(true);
    expect(mayPublish(aws.world, TopicArn, 'events.amazonaws.com', `${RULE_ARN}x`)).toBe(false);
    expect(mayPublish(aws.world, TopicArn, 'cloudwatch.amazonaws.com', RULE_ARN)).toBe(false);
  });

  test('lets in another account only by its policy', async () => {
    const byMallory = () => send('Publish', { TopicArn, Message: 'x' }, mallory);
    await expect(byMallory()).rejects.toMatchObject({ code: 'AuthorizationError', status: 403 });
    await setPolicy(statement({ Principal: { AWS: mallory.accountId } }));
    await expect(byMallory()).resolves.toBeDefined();
  });

  test('can shut out its own account', async () => {
    await setPolicy(statement({ Effect: 'Deny', Principal: '*' }));
    await expect(send1()).rejects.toMatchObject({ code: 'AuthorizationError' });
  });

  test('under the key of SNS is closed to other accounts and to services', async () => {
    await setPolicy(statement({ Principal: '*' }));
    await send('SetTopicAttributes', {
      TopicArn,
      AttributeName: 'KmsMasterKeyId',
      AttributeValue: 'alias/aws/sns',
    });
    expect(rulesMay()).toBe(false);
    await expect(send('Publish', { TopicArn, Message: 'x' }, mallory)).rejects.toMatchObject({
      code: 'KMSAccessDenied',
    });
    await expect(send1()).resolves.toBeDefined();
  });

  test('under a key that is not there takes nothing', async () => {
    await send('SetTopicAttributes', {
      TopicArn,
      AttributeName: 'KmsMasterKeyId',
      AttributeValue: 'alias/mine',
    });
    await expect(send1()).rejects.toMatchObject({ code: 'KMSNotFound' });
  });

  test('is made once, however often it is asked for, unless it were another', async () => {
    expect(await send('CreateTopic', { Name: 't' })).toEqual({ TopicArn });
    await expect(send('CreateTopic', { Name: 't', Attributes: { DisplayName: 'x' } })).rejects.toMatchObject({
      code: 'InvalidParameter',
    });
  });

  test('that is deleted takes its subscriptions along', async () => {
    await subscribe();
    await confirmByMail();
    await send('DeleteTopic', { TopicArn });
    await send('DeleteTopic', { TopicArn });
    expect(() => publish(aws.world, TopicArn, { Message: 'x' })).toThrow('Topic does not exist');
    expect(await send('ListSubscriptions')).toMatchObject({ Subscriptions: [] });
  });

  test.each([
    ['FIFO', { Name: 't.fifo' }, 'NotImplemented'],
    ['delivery feedback', { Name: 'u', Attributes: { SQSFailureFeedbackRoleArn: 'x' } }, 'NotImplemented'],
    ['a bad name', { Name: 'a b' }, 'InvalidParameter'],
    ['a policy that is none', { Name: 'u', Attributes: { Policy: '{}' } }, 'InvalidParameter'],
    ['an unknown attribute', { Name: 'u', Attributes: { Nothing: 'x' } }, 'InvalidParameter'],
    [
      'feedback of no protocol',
      { Name: 'u', Attributes: { XSuccessFeedbackSampleRate: '5' } },
      'InvalidParameter',
    ],
    [
      'more feedback than there is',
      { Name: 'u', Attributes: { SQSSuccessFeedbackSampleRate: '101' } },
      'InvalidParameter',
    ],
  ])('is refused with %s', async (_, input, code) => {
    await expect(send('CreateTopic', input)).rejects.toMatchObject({ code });
  });

  test('keeps how much delivery feedback is sampled, as Terraform sets it for every topic', async () => {
    const set = (AttributeName: string, AttributeValue: string) =>
      send('SetTopicAttributes', { TopicArn, AttributeName, AttributeValue });
    await set('SQSSuccessFeedbackSampleRate', '0');
    await set('SQSSuccessFeedbackRoleArn', '');
    expect(await send('GetTopicAttributes', { TopicArn })).toMatchObject({
      Attributes: { SQSSuccessFeedbackSampleRate: '0' },
    });
  });

  test('keeps tags', async () => {
    await send('TagResource', { ResourceArn: TopicArn, Tags: [{ Key: 'a', Value: 'b' }] });
    expect(await send('ListTagsForResource', { ResourceArn: TopicArn })).toEqual({
      Tags: [{ Key: 'a', Value: 'b' }],
    });
  });
});

describe("a topic's statements", () => {
  const policy = async () => {
    const { Attributes } = (await send('GetTopicAttributes', { TopicArn })) as {
      Attributes: { Policy: string };
    };
    return JSON.parse(Attributes.Policy);
  };
  const share = (more: object = {}) =>
    send('AddPermission', {
      TopicArn,
      Label: 'share',
      AWSAccountId: [mallory.accountId],
      ActionName: ['Publish'],
      ...more,
    });
  const publishAsOther = () => send('Publish', { TopicArn, Message: 'm' }, mallory);

  test('open it to another account until they are removed', async () => {
    await expect(publishAsOther()).rejects.toMatchObject({ code: 'AuthorizationError' });
    await share();
    await publishAsOther();
    expect((await policy()).Statement).toHaveLength(2);
    await expect(share()).rejects.toMatchObject({ code: 'InvalidParameter' });
    await send('RemovePermission', { TopicArn, Label: 'share' });
    await expect(publishAsOther()).rejects.toMatchObject({ code: 'AuthorizationError' });
    await expect(send('RemovePermission', { TopicArn, Label: 'share' })).rejects.toMatchObject({
      code: 'InvalidParameter',
    });
  });

  test.each([{ Label: '' }, { AWSAccountId: ['x'] }, { ActionName: ['Everything'] }])(
    'are refused with %j',
    async (more) => {
      await expect(share(more)).rejects.toMatchObject({ code: 'InvalidParameter' });
    },
  );

  test("let no service in any more once the service's own is removed", async () => {
    const statement = {
      Sid: 'trail',
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 'SNS:Publish',
      Resource: TopicArn,
    };
    const AttributeValue = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await send('SetTopicAttributes', { TopicArn, AttributeName: 'Policy', AttributeValue });
    const trail = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/t';
    const isLetIn = () => mayPublish(aws.world, TopicArn, 'cloudtrail.amazonaws.com', trail);
    expect(isLetIn()).toBe(true);
    await send('RemovePermission', { TopicArn, Label: 'trail' });
    expect(isLetIn()).toBe(false);
  });
});

test('a data protection policy is kept apart from the attributes', async () => {
  const policy = JSON.stringify({
    Name: 'deny',
    Version: '2021-06-01',
    Statement: [
      {
        DataDirection: 'Inbound',
        Principal: ['*'],
        DataIdentifier: ['arn:aws:dataprotection::aws:data-identifier/IpAddress'],
        Operation: { Deny: {} },
      },
    ],
  });
  const put = (DataProtectionPolicy: string) =>
    send('PutDataProtectionPolicy', { ResourceArn: TopicArn, DataProtectionPolicy });
  const get = () => send('GetDataProtectionPolicy', { ResourceArn: TopicArn });
  await put(policy);
  expect(await get()).toEqual({ DataProtectionPolicy: policy });
  await put('');
  expect(await get()).toEqual({});
  await expect(put('{}')).rejects.toMatchObject({ code: 'InvalidParameter' });
});

test('a delivery policy of its own changes what is in effect', async () => {
  const AttributeValue = JSON.stringify({ http: { defaultHealthyRetryPolicy: { numRetries: 0 } } });
  await send('SetTopicAttributes', { TopicArn, AttributeName: 'DeliveryPolicy', AttributeValue });
  const { Attributes } = (await send('GetTopicAttributes', { TopicArn })) as {
    Attributes: Record<string, string>;
  };
  expect(Attributes.DeliveryPolicy).toBe(AttributeValue);
  expect(JSON.parse(Attributes.EffectiveDeliveryPolicy ?? '')).toMatchObject({
    http: { defaultHealthyRetryPolicy: { numRetries: 0 }, disableSubscriptionOverrides: false },
  });
});
