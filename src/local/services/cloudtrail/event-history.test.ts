import { beforeEach, describe, expect, test } from 'vitest';
import { mallory } from '../../endpoint/test-world.ts';
import { trailArn, trailWorld } from './test-trail-world.ts';

interface Found {
  readonly Events: readonly { EventName: string; EventId: string; CloudTrailEvent: string }[];
  readonly NextToken?: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
let aws: ReturnType<typeof trailWorld>;
beforeEach(async () => {
  aws = trailWorld();
  await aws.createBucket();
  await aws.createTrail('main');
});

const lookUp = (input: object = {}, options: object = {}) => aws.send<Found>('LookupEvents', input, options);
const lookUpBy = (AttributeKey: string, AttributeValue: string) =>
  lookUp({ LookupAttributes: [{ AttributeKey, AttributeValue }] });
const names = ({ Events }: Found) => Events.map(({ EventName }) => EventName);

describe('event history', () => {
  test('tells the newest first, although no trail logs', async () => {
    expect(names(await lookUp())).toEqual(['CreateTrail', 'PutBucketPolicy', 'CreateBucket']);
  });

  test('is that of one account and one Region, with IAM in us-east-1', async () => {
    await aws.call('iam', 'ListRoles', {}, { region: 'eu-west-1' });
    expect(names(await lookUp({}, { region: 'eu-west-1' }))).toEqual([]);
    expect(names(await lookUp({}, { caller: mallory }))).toEqual([]);
    expect(names(await lookUp()).includes('ListRoles')).toBe(true);
  });

  test.each([
    ['EventName', 'CreateTrail', ['CreateTrail']],
    ['EventSource', 's3.amazonaws.com', ['PutBucketPolicy', 'CreateBucket']],
    ['ResourceName', 'main', ['CreateTrail']],
    ['ResourceType', 'AWS::S3::Bucket', ['PutBucketPolicy', 'CreateBucket']],
    ['Username', 'alice', ['CreateTrail', 'PutBucketPolicy', 'CreateBucket']],
    ['AccessKeyId', 'AKIANOBODY', []],
    ['ReadOnly', 'true', []],
  ])('is searched by %s', async (key, value, expected) => {
    expect(names(await lookUpBy(key, value))).toEqual(expected);
  });

  test('gives the record itself, also by its id', async () => {
    await aws.send('StartLogging', { Name: trailArn('main') });
    const [event] = (await lookUpBy('EventName', 'StartLogging')).Events;
    const record = JSON.parse(event?.CloudTrailEvent ?? '{}');
    expect(record).toMatchObject({ eventID: event?.EventId, requestParameters: { name: trailArn('main') } });
    expect(names(await lookUpBy('EventId', `${event?.EventId}`))).toEqual(['StartLogging']);
  });

  test('is read page by page while new events come in before', async () => {
    const first = await lookUp({ MaxResults: 2 });
    const second = await lookUp({ MaxResults: 2, NextToken: first.NextToken });
    expect([...names(first), ...names(second)]).toEqual(['CreateTrail', 'PutBucketPolicy', 'CreateBucket']);
    expect(second.NextToken).toBeUndefined();
    const asked = { LookupAttributes: [{ AttributeKey: 'ReadOnly', AttributeValue: 'false' }] };
    await expect(lookUp({ ...asked, NextToken: first.NextToken })).rejects.toMatchObject({
      code: 'InvalidNextTokenException',
    });
  });

  test('is bounded by the times asked for and ends after 90 days', async () => {
    await aws.clock.advance(1000);
    const now = new Date(aws.clock.now());
    await aws.send('StartLogging', { Name: 'main' });
    expect(names(await lookUp({ StartTime: now }))).toContain('StartLogging');
    expect(names(await lookUp({ StartTime: now }))).not.toContain('CreateTrail');
    await aws.clock.advance(90 * DAY_MS);
    expect(names(await lookUpBy('EventName', 'StartLogging'))).toEqual([]);
  });

  test('may not know yet what was just done', async () => {
    aws = trailWorld({ readLagMs: 5000 });
    await aws.createBucket();
    expect(names(await lookUp())).toEqual([]);
    await aws.clock.advance(5000);
    expect(names(await lookUpBy('EventName', 'CreateBucket'))).toEqual(['CreateBucket']);
  });

  test('may take longer to know than other reads do', async () => {
    aws = trailWorld({ historyDelayMs: 300_000 });
    await aws.createBucket();
    await aws.createLoggingTrail('main');
    expect(await aws.send('GetTrailStatus', { Name: 'main' })).toMatchObject({ IsLogging: true });
    await aws.clock.advance(299_999);
    expect(names(await lookUp())).toEqual([]);
    await aws.clock.advance(1);
    expect(names(await lookUpBy('EventName', 'StartLogging'))).toEqual(['StartLogging']);
  });

  test.each([
    [
      'two attributes',
      { LookupAttributes: Array(2).fill({ AttributeKey: 'EventName', AttributeValue: 'x' }) },
      'InvalidLookupAttributesException',
    ],
    [
      'an attribute there is not',
      { LookupAttributes: [{ AttributeKey: 'Who', AttributeValue: 'x' }] },
      'InvalidLookupAttributesException',
    ],
    [
      'an end before the start',
      { StartTime: new Date(2), EndTime: new Date(1) },
      'InvalidTimeRangeException',
    ],
    ['more than 50 results', { MaxResults: 51 }, 'InvalidMaxResultsException'],
    ['a category there is not', { EventCategory: 'data' }, 'InvalidEventCategoryException'],
    ['a token never given out', { NextToken: 'x' }, 'InvalidNextTokenException'],
  ])('refuses %s', async (_, input, code) => {
    await expect(lookUp(input)).rejects.toMatchObject({ code });
  });
});
