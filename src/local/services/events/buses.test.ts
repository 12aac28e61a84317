import { beforeEach, describe, expect, test } from 'vitest';
import { mallory, TEST_ACCOUNT, TEST_REGION, testWorld } from '../../endpoint/test-world.ts';
import { iam } from '../iam/index.ts';
import { kms } from '../kms/index.ts';
import { logs } from '../logs/index.ts';
import { organizations } from '../organizations/index.ts';
import { sqs } from '../sqs/index.ts';
import { receiveFromQueue } from '../sqs/receive.ts';
import { putOnBus } from './bus.ts';
import { events } from './index.ts';

let aws: ReturnType<typeof testWorld>;
const send = (operation: string, input: object = {}, caller?: typeof mallory) =>
  aws.send('events', operation, input, caller);
const arnOf = (service: string, name: string, account = TEST_ACCOUNT) =>
  `arn:aws:${service}:${TEST_REGION}:${account}:${name}`;
const CENTRAL = arnOf('events', 'event-bus/central');
const JOBS = arnOf('sqs', 'jobs');

const bodies = (queueArn: string) =>
  receiveFromQueue(aws.world, queueArn, 10).map(({ body }) => JSON.parse(body));

/** A queue that takes what EventBridge sends. */
const createQueue = (name: string) =>
  aws.send('sqs', 'CreateQueue', {
    QueueName: name,
    Attributes: {
      Policy: JSON.stringify({
        Statement: {
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: arnOf('sqs', name),
        },
      }),
    },
  });

/** A rule that sends what others put on a bus to the queue. */
async function listen(EventBusName?: string) {
  await createQueue('jobs');
  const bus = EventBusName && { EventBusName };
  await send('PutRule', { Name: 'r', ...bus, EventPattern: '{"source":["mine","aws.cloudtrail"]}' });
  await send('PutTargets', { Rule: 'r', ...bus, Targets: [{ Id: 'queue', Arn: JOBS }] });
}

const put = (EventBusName: string, caller?: typeof mallory) =>
  send('PutEvents', { Entries: [{ Source: 'mine', DetailType: 'd', Detail: '{}', EventBusName }] }, caller);

beforeEach(() => {
  aws = testWorld(events, iam, kms, logs, organizations, sqs);
});

describe('a bus of one’s own', () => {
  beforeEach(() => send('CreateEventBus', { Name: 'central', Description: 'all accounts' }));

  test('is described and listed beside the default one', async () => {
    expect(await send('DescribeEventBus', { Name: 'central' })).toMatchObject({
      Name: 'central',
      Arn: CENTRAL,
      Description: 'all accounts',
      CreationTime: new Date(aws.clock.now()),
    });
    expect(await send('ListEventBuses', { NamePrefix: 'c' })).toMatchObject({
      EventBuses: [{ Name: 'central' }],
    });
  });

  test('has rules of its own, which hear only what is put on it', async () => {
    await listen('central');
    expect(await send('ListRules', { EventBusName: 'central' })).toMatchObject({
      Rules: [{ Arn: arnOf('events', 'rule/central/r'), EventBusName: 'central' }],
    });
    await expect(send('DescribeRule', { Name: 'r' })).rejects.toThrow('on EventBus default');
    await put('default');
    await put(CENTRAL);
    await aws.clock.advance(0);
    expect(bodies(JOBS)).toMatchObject([{ source: 'mine' }]);
  });

  test('is deleted once it has no rules, and the default one never', async () => {
    await listen('central');
    await expect(send('DeleteEventBus', { Name: 'central' })).rejects.toThrow('since it has rules');
    await send('RemoveTargets', { Rule: 'r', EventBusName: 'central', Ids: ['queue'] });
    await send('DeleteRule', { Name: 'r', EventBusName: 'central' });
    await send('DeleteEventBus', { Name: 'central' });
    await send('DeleteEventBus', { Name: 'central' });
    await expect(send('DescribeEventBus', { Name: 'central' })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    await expect(send('DeleteEventBus', { Name: 'default' })).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });

  test.each([
    ['central', 'ResourceAlreadyExistsException'],
    ['default', 'ResourceAlreadyExistsException'],
    ['aws.partner/x', 'ValidationException'],
  ])('is refused under the name %s', async (Name, code) => {
    await expect(send('CreateEventBus', { Name })).rejects.toMatchObject({ code });
  });
});

describe("a bus's policy", () => {
  const permission = {
    EventBusName: 'central',
    Action: 'events:PutEvents',
    Principal: mallory.accountId,
    StatementId: 'member',
  };
  const policy = async () => {
    const { Policy } = (await send('DescribeEventBus', { Name: 'central' })) as { Policy?: string };
    return Policy && JSON.parse(Policy);
  };
  beforeEach(() => send('CreateEventBus', { Name: 'central' }));

  test('lets another account put events until the permission is removed', async () => {
    await expect(put(CENTRAL, mallory)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await send('PutPermission', permission);
    expect(await put(CENTRAL, mallory)).toMatchObject({ FailedEntryCount: 0 });
    expect(await policy()).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'member',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${mallory.accountId}:root` },
          Action: 'events:PutEvents',
          Resource: CENTRAL,
        },
      ],
    });
    await send('RemovePermission', { EventBusName: 'central', StatementId: 'member' });
    expect(await policy()).toBeUndefined();
    await expect(put(CENTRAL, mallory)).rejects.toMatchObject({ code: 'AccessDeniedException' });
  });

  test('is replaced statement by statement, or as a whole', async () => {
    await send('PutPermission', permission);
    await send('PutPermission', { ...permission, Principal: '999988887777' });
    expect((await policy()).Statement).toHaveLength(1);
    const condition = { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-1' };
    await send('PutPermission', { ...permission, StatementId: 'org', Principal: '*', Condition: condition });
    expect((await policy()).Statement[1]).toMatchObject({
      Principal: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    });
    // Mallory is in no organization.
    await expect(put(CENTRAL, mallory)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    const whole = {
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'events:PutEvents', Resource: CENTRAL }],
    };
    await send('PutPermission', { EventBusName: 'central', Policy: JSON.stringify(whole) });
    expect(await policy()).toEqual(whole);
    await put(CENTRAL, mallory);
    await send('RemovePermission', { EventBusName: 'central', RemoveAllPermissions: true });
    expect(await policy()).toBeUndefined();
  });

  test('lets an organization put events while the account is in it', async () => {
    const { Organization } = (await aws.send('organizations', 'CreateOrganization')) as {
      Organization: { Id: string };
    };
    const Condition = { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: Organization.Id };
    await send('PutPermission', { ...permission, Principal: '*', Condition });
    await expect(put(CENTRAL, mallory)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    const { Handshake } = (await aws.send('organizations', 'InviteAccountToOrganization', {
      Target: { Type: 'ACCOUNT', Id: mallory.accountId },
    })) as { Handshake: { Id: string } };
    await aws.send('organizations', 'AcceptHandshake', { HandshakeId: Handshake.Id }, mallory);
    await put(CENTRAL, mallory);
    await aws.send('organizations', 'LeaveOrganization', {}, mallory);
    await expect(put(CENTRAL, mallory)).rejects.toMatchObject({ code: 'AccessDeniedException' });
  });

  test.each<[string, object, string]>([
    ['a principal that is no account', { Principal: 'bob' }, 'ValidationException'],
    ['another action', { Action: 'events:*' }, 'ValidationException'],
    ['a bus that is not there', { EventBusName: 'x' }, 'ResourceNotFoundException'],
    ['a policy that is none', { Policy: '{' }, 'ValidationException'],
  ])('is refused with %s', async (_, more, code) => {
    await expect(send('PutPermission', { ...permission, ...more })).rejects.toMatchObject({ code });
  });

  test('cannot lose what it does not have', async () => {
    const remove = { EventBusName: 'central', StatementId: 'x' };
    await expect(send('RemovePermission', remove)).rejects.toThrow('does not have a policy');
    await send('PutPermission', permission);
    await expect(send('RemovePermission', remove)).rejects.toThrow('provided id does not exist');
  });
});

describe('a rule that sends events to another bus', () => {
  const RoleArn = `arn:aws:iam::${TEST_ACCOUNT}:role/forward`;
  const forward = (target: object = {}) =>
    send('PutTargets', { Rule: 'forward', Targets: [{ Id: 'bus', Arn: CENTRAL, RoleArn, ...target }] });
  beforeEach(async () => {
    await aws.send('iam', 'CreateRole', {
      RoleName: 'forward',
      AssumeRolePolicyDocument: JSON.stringify({
        Statement: [
          { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'events.amazonaws.com' } },
        ],
      }),
    });
    await aws.send('iam', 'AttachRolePolicy', {
      RoleName: 'forward',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    });
    await send('PutRule', { Name: 'forward', EventPattern: '{"source":["mine"]}' });
  });

  test('needs a role', async () => {
    await expect(forward({ RoleArn: undefined })).rejects.toThrow('RoleArn is required');
    await expect(forward({ Arn: arnOf('events', 'event-bus/default') })).rejects.toThrow('its own');
  });

  test('brings them there as they were', async () => {
    await send('CreateEventBus', { Name: 'central' });
    await listen('central');
    await forward({ Input: '{"other":true}' });
    await put('default');
    await aws.clock.advance(0);
    expect(bodies(JOBS)).toMatchObject([{ source: 'mine', account: TEST_ACCOUNT }]);
  });

  test("brings them to another account's bus while that bus's policy lets it", async () => {
    const theirs = arnOf('events', 'event-bus/default', mallory.accountId);
    await createQueue('dead');
    await forward({ Arn: theirs, DeadLetterConfig: { Arn: arnOf('sqs', 'dead') } });
    const matched: string[] = [];
    aws.world.on('matched', ({ ruleName, accountId }) => matched.push(`${accountId} ${ruleName}`));
    await send('PutRule', { Name: 'theirs', EventPattern: '{"source":["mine"]}' }, mallory);
    const permission = { Action: 'events:PutEvents', Principal: TEST_ACCOUNT, StatementId: 's' };
    await send('PutPermission', permission, mallory);
    await put('default');
    await aws.clock.advance(0);
    expect(matched).toContain(`${mallory.accountId} theirs`);
    await send('RemovePermission', { StatementId: 's' }, mallory);
    matched.length = 0;
    await put('default');
    await aws.clock.advance(0);
    expect(matched).toEqual([`${TEST_ACCOUNT} forward`]);
    expect(bodies(arnOf('sqs', 'dead'))).toMatchObject([{ source: 'mine' }]);
  });
});

describe("a bus's key", () => {
  const create = async (Service: string) => {
    const { KeyMetadata } = (await aws.send('kms', 'CreateKey', {
      Policy: JSON.stringify({
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${TEST_ACCOUNT}:root` },
            Action: 'kms:*',
            Resource: '*',
          },
          { Effect: 'Allow', Principal: { Service }, Action: 'kms:*', Resource: '*' },
        ],
      }),
    })) as { KeyMetadata: { Arn: string } };
    return KeyMetadata.Arn;
  };

  test('that is disabled keeps every event of the bus from its rules', async () => {
    const KmsKeyIdentifier = await create('events.amazonaws.com');
    await createQueue('dead');
    await listen();
    await send('UpdateEventBus', {
      Name: 'default',
      KmsKeyIdentifier,
      DeadLetterConfig: { Arn: arnOf('sqs', 'dead') },
    });
    expect(await send('DescribeEventBus')).toMatchObject({ KmsKeyIdentifier });
    const stopped = {
      'detail-type': 'AWS API Call via CloudTrail',
      source: 'aws.cloudtrail',
      account: TEST_ACCOUNT,
      time: '2026-01-01T00:00:00Z',
      region: TEST_REGION,
      resources: [],
      detail: { eventName: 'StopLogging' },
    };
    const happens = () => putOnBus(aws.world, TEST_ACCOUNT, TEST_REGION, stopped);
    happens();
    await aws.clock.advance(0);
    expect(bodies(JOBS)).toHaveLength(1);
    await aws.send('kms', 'DisableKey', { KeyId: KmsKeyIdentifier });
    happens();
    await aws.clock.advance(0);
    expect(bodies(JOBS)).toEqual([]);
    expect(bodies(arnOf('sqs', 'dead'))).toMatchObject([{ source: 'aws.cloudtrail' }]);
    await send('UpdateEventBus', { KmsKeyIdentifier: '' });
    happens();
    await aws.clock.advance(0);
    expect(bodies(JOBS)).toHaveLength(1);
  });

  test('must let EventBridge in', async () => {
    const KmsKeyIdentifier = await create('sns.amazonaws.com');
    await expect(send('UpdateEventBus', { KmsKeyIdentifier })).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });
});

test('a log group gets events only while a resource policy lets EventBridge write', async () => {
  const groupArn = arnOf('logs', 'log-group:/aws/events/x');
  await aws.send('logs', 'CreateLogGroup', { logGroupName: '/aws/events/x' });
  await send('PutRule', { Name: 'r', EventPattern: '{"source":["mine"]}' });
  await send('PutTargets', { Rule: 'r', Targets: [{ Id: 'log', Arn: groupArn }] });
  const logged = async () => {
    await put('default');
    await aws.clock.advance(0);
    const found = (await aws.send('logs', 'FilterLogEvents', { logGroupName: '/aws/events/x' })) as {
      events: object[];
    };
    return found.events.length;
  };
  expect(await logged()).toBe(0);
  await aws.send('logs', 'PutResourcePolicy', {
    policyName: 'events',
    policyDocument: JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Principal: { Service: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'] },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: arnOf('logs', 'log-group:/aws/events/*:*'),
      },
    }),
  });
  expect(await logged()).toBe(1);
});

test('there is no partner source to deactivate', async () => {
  await expect(send('DeactivateEventSource', { Name: 'aws.partner/x' })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
  });
});
