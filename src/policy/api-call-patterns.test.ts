import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Subject, WatchedCalls } from '../domain/technique.ts';
import { TECHNIQUES } from '../techniques/index.ts';
import { INFORMATIONAL_CALLS } from '../techniques/informational-calls.ts';
import { apiCallPatterns } from './api-call-patterns.ts';
import { longestOf, MAX_PATTERN_CHARACTERS } from './event-pattern.ts';
import { ACCOUNT, matches, OWN } from './test-kit.ts';

type Source = WatchedCalls['eventSource'];

const call = (eventName: string, eventSource: string, record: object = {}, envelope: object = {}) => ({
  source: `aws.${eventSource.replace('.amazonaws.com', '')}`,
  account: ACCOUNT,
  'detail-type': 'AWS API Call via CloudTrail',
  detail: { eventSource, eventName, ...record },
  ...envelope,
});

/** The record that a technique documents itself with. */
const readRecord = (id: string): { readonly eventName: string; readonly eventSource: string } => {
  const folder = id.split('.')[1] ?? '';
  return JSON.parse(readFileSync(new URL(`../techniques/${folder}/event.json`, import.meta.url), 'utf8'));
};

const ofRegistry = apiCallPatterns(TECHNIQUES, INFORMATIONAL_CALLS, OWN);
const isWatched = (event: object) => ofRegistry.some(({ pattern }) => matches(pattern, event));

describe('the patterns of the registry', () => {
  test('match the record of every technique that a call tells', () => {
    const missed = TECHNIQUES.filter(({ id, calls }) => {
      if (calls.length === 0) return false;
      const { eventSource, eventName, ...record } = readRecord(id);
      const ofRecord = calls.filter(
        (of) => of.eventSource === eventSource && of.eventNames.includes(eventName),
      );
      const isOfData = ofRecord.some(({ isDataPlane }) => isDataPlane);
      return !isOfData && !isWatched(call(eventName, eventSource, record));
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  test('name every call of every technique, but those of data', () => {
    const watched = TECHNIQUES.flatMap(({ calls }) => calls).filter(({ isDataPlane }) => !isDataPlane);
    const names = watched.flatMap(({ eventSource, eventNames }) =>
      eventNames.map((name) => [eventSource, name]),
    );
    const told = INFORMATIONAL_CALLS.map(({ eventSource, eventName }) => [eventSource, eventName]);
    const missed = [...names, ...told].filter(([eventSource = '', name = '']) => {
      const of = ofRegistry.filter(({ eventSources }) => eventSources.includes(eventSource));
      return !of.some(({ pattern }) => JSON.stringify(pattern).includes(`"${name}"`));
    });
    expect(missed).toEqual([]);
  });

  test('leave out calls that are as many as there are objects', () => {
    for (const name of ['PutObject', 'DeleteObject', 'CopyObject'])
      expect(isWatched(call(name, 's3.amazonaws.com'))).toBe(false);
  });

  test('match the same call when it failed', () => {
    const denied = { errorCode: 'AccessDenied', requestParameters: null };
    expect(isWatched(call('StopLogging', 'cloudtrail.amazonaws.com', denied))).toBe(true);
    expect(isWatched(call('DeleteBucketPolicy', 's3.amazonaws.com', denied))).toBe(true);
  });

  test('match what a service does of its own accord', () => {
    const event = { 'detail-type': 'AWS Service Event via CloudTrail' };
    const record = { userIdentity: { invokedBy: 's3.amazonaws.com' } };
    expect(isWatched(call('JobCreated', 's3.amazonaws.com', record, event))).toBe(true);
  });

  test.each([
    ['a read', call('DescribeTrails', 'cloudtrail.amazonaws.com')],
    ['another account', call('StopLogging', 'cloudtrail.amazonaws.com', {}, { account: '444455556666' })],
    [
      'a source of someone’s own',
      call('StopLogging', 'cloudtrail.amazonaws.com', {}, { source: 'com.evil' }),
    ],
    [
      'another kind of event',
      call(
        'StopLogging',
        'cloudtrail.amazonaws.com',
        {},
        { 'detail-type': 'AWS Console Sign In via CloudTrail' },
      ),
    ],
    ['a call of that name to another service', call('StopLogging', 'redshift.amazonaws.com')],
    [
      'a call whose service another vouches for',
      call('StopLogging', 'cloudtrail.amazonaws.com', {}, { source: 'aws.s3' }),
    ],
  ])('do not match %s', (_, event) => {
    expect(isWatched(event)).toBe(false);
  });

  test('stay below EventBridge’s limit however long the names of the deployed guard become', () => {
    for (const { pattern } of ofRegistry)
      expect(longestOf(pattern, OWN)).toBeLessThanOrEqual(MAX_PATTERN_CHARACTERS);
  });
});

/** The patterns of made-up techniques: each of calls to one service, about a subject. */
const patternsFor = (...techniques: [Subject, Source, ...string[]][]) =>
  apiCallPatterns(
    techniques.map(([subject, eventSource, ...eventNames]) => ({
      subject,
      calls: [{ eventSource, eventNames }],
    })),
    [],
    OWN,
  );

test('a service with several calls has a pattern of its own', () => {
  const made = patternsFor(
    ['trail', 'cloudtrail.amazonaws.com', 'StopLogging', 'DeleteTrail'],
    ['key', 'kms.amazonaws.com', 'DisableKey', 'DisableKey', 'PutKeyPolicy', 'UpdateAlias', 'DeleteAlias'],
    ['account', 'cloudtrail.amazonaws.com', 'CreateTrail', 'DeleteTrail', 'UpdateTrail'],
  );
  expect(made.map(({ eventSources, pattern }) => [eventSources, pattern.source, pattern.detail])).toEqual([
    [
      ['cloudtrail.amazonaws.com'],
      ['aws.cloudtrail'],
      {
        eventSource: ['cloudtrail.amazonaws.com'],
        eventName: ['CreateTrail', 'DeleteTrail', 'StopLogging', 'UpdateTrail'],
      },
    ],
    [
      ['kms.amazonaws.com'],
      ['aws.kms'],
      {
        eventSource: ['kms.amazonaws.com'],
        eventName: ['DeleteAlias', 'DisableKey', 'PutKeyPolicy', 'UpdateAlias'],
      },
    ],
  ]);
});

test('services with few calls share a pattern, and none gets the names of another', () => {
  const [{ pattern } = { pattern: {} }, ...others] = patternsFor(
    ['account', 'macie2.amazonaws.com', 'DisableMacie'],
    ['account', 'ec2.amazonaws.com', 'DeleteFlowLogs'],
  );
  expect(others).toEqual([]);
  expect(matches(pattern, call('DisableMacie', 'macie2.amazonaws.com'))).toBe(true);
  expect(matches(pattern, call('DeleteFlowLogs', 'ec2.amazonaws.com'))).toBe(true);
  expect(matches(pattern, call('DeleteFlowLogs', 'macie2.amazonaws.com'))).toBe(false);
});

test('a service with more calls than a pattern holds has several, and none of its calls is lost', () => {
  const eventNames = Array.from({ length: 200 }, (_, index) => `AnotherCall${index}`);
  const made = patternsFor(['key', 'kms.amazonaws.com', ...eventNames]);
  expect(made.length).toBeGreaterThan(1);
  const missed = eventNames.filter(
    (name) => !made.some(({ pattern }) => matches(pattern, call(name, 'kms.amazonaws.com'))),
  );
  expect(missed).toEqual([]);
});

test('a single call too long for any pattern is refused, with its length', () => {
  expect(() => patternsFor(['key', 'kms.amazonaws.com', 'A'.repeat(2000)])).toThrow(
    /pattern for API calls of kms\.amazonaws\.com has \d{4} characters; EventBridge takes 2048/,
  );
});

describe('calls about the guard’s own parts', () => {
  const calls: [Source, string, object, object][] = [
    [
      'events.amazonaws.com',
      'DisableRule',
      { requestParameters: { name: 'trailkeeper-CloudtrailCalls-X' } },
      { requestParameters: { name: 'orders-Rule-X' } },
    ],
    [
      'events.amazonaws.com',
      'RemoveTargets',
      { requestParameters: { rule: 'trailkeeper-S3Calls-X' } },
      { requestParameters: { rule: 'orders-Rule-X' } },
    ],
    [
      'lambda.amazonaws.com',
      'UpdateFunctionCode20150331v2',
      {
        requestParameters: {
          functionName: 'arn:aws:lambda:eu-west-1:111122223333:function:trailkeeper-Function-X',
        },
      },
      { requestParameters: { functionName: 'orders-Function-X' } },
    ],
    [
      'lambda.amazonaws.com',
      'DeleteEventSourceMapping20150331',
      {
        requestParameters: { uUID: '0a1b2c3d' },
        responseElements: {
          functionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:trailkeeper-Function-X',
        },
      },
      {
        requestParameters: { uUID: '0a1b2c3d' },
        responseElements: { functionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:orders-Function-X' },
      },
    ],
    [
      'sqs.amazonaws.com',
      'PurgeQueue',
      {
        requestParameters: {
          queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/trailkeeper-Queue-X',
        },
      },
      { requestParameters: { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders' } },
    ],
    [
      'scheduler.amazonaws.com',
      'UpdateSchedule',
      { requestParameters: { name: 'trailkeeper-Schedule-X' } },
      { requestParameters: { name: 'orders' } },
    ],
    [
      'ssm.amazonaws.com',
      'PutParameter',
      { requestParameters: { name: '/trailkeeper/window/eu-west-1/main' } },
      { requestParameters: { name: '/orders/url' } },
    ],
    [
      'ssm.amazonaws.com',
      'DeleteParameters',
      { requestParameters: { names: ['/a', '/trailkeeper/baseline/eu-west-1/main/manifest'] } },
      { requestParameters: { names: ['/a', '/b'] } },
    ],
    [
      'dynamodb.amazonaws.com',
      'DeleteTable',
      { requestParameters: { tableName: 'trailkeeper-Ledger-X' } },
      { requestParameters: { tableName: 'orders' } },
    ],
    [
      'cloudformation.amazonaws.com',
      'DeleteStack',
      {
        requestParameters: { stackName: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/trailkeeper/1' },
      },
      { requestParameters: { stackName: 'orders' } },
    ],
  ];

  test.each(calls)(
    '%s %s is watched of the guard’s part, and of nobody else’s',
    (source, name, ours, theirs) => {
      const [{ pattern } = { pattern: {} }] = patternsFor(['guard', source, name]);
      expect(matches(pattern, call(name, source, ours))).toBe(true);
      expect(matches(pattern, call(name, source, theirs))).toBe(false);
      expect(matches(pattern, call(name, source, { requestParameters: null }))).toBe(false);
    },
  );

  const [{ pattern } = { pattern: {} }] = patternsFor(['guard', 'events.amazonaws.com', 'PutRule']);

  test('are watched also when they were refused, and the record has no parameters', () => {
    const refused = (rule: string) =>
      call('PutRule', 'events.amazonaws.com', {
        errorCode: 'AccessDenied',
        errorMessage: `User: x is not authorized to perform: events:PutRule on resource: arn:aws:events:eu-west-1:1:rule/${rule}`,
        requestParameters: null,
      });
    expect(matches(pattern, refused('trailkeeper-S3Calls-X'))).toBe(true);
    expect(matches(pattern, refused('orders'))).toBe(false);
  });

  test('are watched also when their parameters were made too large for the record', () => {
    const requestParameters = { omitted: true, reason: 'requestParameters too large' };
    expect(matches(pattern, call('PutRule', 'events.amazonaws.com', { requestParameters }))).toBe(true);
  });

  test('are not bounded where the call may also touch what trails depend on', () => {
    const [both] = patternsFor(
      ['guard', 'sqs.amazonaws.com', 'DeleteQueue'],
      ['topic', 'sqs.amazonaws.com', 'DeleteQueue'],
    );
    const orders = {
      requestParameters: { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders' },
    };
    expect(matches(both?.pattern ?? {}, call('DeleteQueue', 'sqs.amazonaws.com', orders))).toBe(true);
  });
});

describe('what the guard itself does', () => {
  const by = (arn: string) => ({
    userIdentity: { type: 'AssumedRole', sessionContext: { sessionIssuer: { arn } } },
  });

  test('does not wake it when it starts a trail', () => {
    expect(isWatched(call('StartLogging', 'cloudtrail.amazonaws.com', by(OWN.roleArn)))).toBe(false);
    expect(isWatched(call('StartLogging', 'cloudtrail.amazonaws.com', by(`${OWN.roleArn}2`)))).toBe(true);
    expect(
      isWatched(call('StartLogging', 'cloudtrail.amazonaws.com', { userIdentity: { type: 'Root' } })),
    ).toBe(true);
  });

  test('is seen whenever it could do harm, for its role may have been stolen', () => {
    const names = new Set(
      TECHNIQUES.flatMap(({ calls }) => calls)
        .filter(({ eventSource }) => eventSource === 'cloudtrail.amazonaws.com')
        .flatMap(({ eventNames }) => eventNames),
    );
    expect(names).toContain('StopLogging');
    expect(names).toContain('PutEventSelectors');
    for (const name of [...names, 'AddTags'])
      expect(isWatched(call(name, 'cloudtrail.amazonaws.com', by(OWN.roleArn)))).toBe(true);
  });
});

describe('what goes on all day', () => {
  test.each([
    ['kms.amazonaws.com', 'RetireGrant', { type: 'AWSService', invokedBy: 'datazone.amazonaws.com' }],
    [
      'monitoring.amazonaws.com',
      'PutMetricAlarm',
      { type: 'AssumedRole', invokedBy: 'dynamodb.application-autoscaling.amazonaws.com' },
    ],
    [
      'monitoring.amazonaws.com',
      'DeleteAlarms',
      { type: 'AssumedRole', invokedBy: 'autoscaling.amazonaws.com' },
    ],
  ])('%s %s by a service wakes nobody, but for whoever else does it', (source, name, userIdentity) => {
    expect(isWatched(call(name, source, { userIdentity }))).toBe(false);
    expect(isWatched(call(name, source, { userIdentity: { type: 'IAMUser' } }))).toBe(true);
  });

  test.each([
    ['iam.amazonaws.com', 'CreateRole', { roleName: 'orders' }, { omitted: true, originalSize: 131_184 }],
    [
      'securityhub.amazonaws.com',
      'BatchUpdateFindings',
      { Workflow: { Status: 'NOTIFIED' } },
      { Workflow: { Status: 'SUPPRESSED' } },
    ],
  ])('%s %s wakes nobody, unless it hides something', (source, name, usual, hiding) => {
    expect(isWatched(call(name, source, { requestParameters: usual }))).toBe(false);
    expect(isWatched(call(name, source, { requestParameters: hiding }))).toBe(true);
  });

  test('a deployment is none of it', () => {
    const userIdentity = { type: 'AssumedRole', invokedBy: 'cloudformation.amazonaws.com' };
    expect(isWatched(call('PutMetricAlarm', 'monitoring.amazonaws.com', { userIdentity }))).toBe(true);
    expect(isWatched(call('PutKeyPolicy', 'kms.amazonaws.com', { userIdentity }))).toBe(true);
  });
});
