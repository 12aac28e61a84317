import { beforeEach, describe, expect, test } from 'vitest';
import { trailArn, trailWorld } from './test-trail-world.ts';

let aws: ReturnType<typeof trailWorld>;
beforeEach(async () => {
  aws = trailWorld();
  await aws.createBucket();
  await aws.createTrail('main');
});

const put = (selectors: object) => aws.send('PutEventSelectors', { TrailName: 'main', ...selectors });
const basic = (...EventSelectors: object[]) => put({ EventSelectors });
const advanced = (...selectors: object[][]) =>
  put({ AdvancedEventSelectors: selectors.map((FieldSelectors) => ({ FieldSelectors })) });
const management = { Field: 'eventCategory', Equals: ['Management'] };

describe('event selectors', () => {
  test('by default pick every management event', async () => {
    expect(await aws.send('GetEventSelectors', { TrailName: 'main' })).toEqual({
      TrailARN: trailArn('main'),
      EventSelectors: [
        {
          ReadWriteType: 'All',
          IncludeManagementEvents: true,
          DataResources: [],
          ExcludeManagementEventSources: [],
        },
      ],
    });
  });

  test('of one kind take those of the other away', async () => {
    await advanced([management]);
    expect(await aws.send('GetEventSelectors', { TrailName: 'main' })).toEqual({
      TrailARN: trailArn('main'),
      AdvancedEventSelectors: [{ FieldSelectors: [management] }],
    });
    expect(await aws.send('GetTrail', { Name: 'main' })).toMatchObject({
      Trail: { HasCustomEventSelectors: true },
    });
    await basic({});
    expect(await aws.send('GetEventSelectors', { TrailName: 'main' })).not.toHaveProperty(
      'AdvancedEventSelectors',
    );
    expect(await aws.send('GetTrail', { Name: 'main' })).toMatchObject({
      Trail: { HasCustomEventSelectors: false },
    });
  });

  test('take out management events with data resources of no value, as attackers do', async () => {
    const none = {
      ReadWriteType: 'ReadOnly',
      IncludeManagementEvents: false,
      DataResources: [{ Type: 'AWS::S3::Object', Values: [] }],
    };
    expect(await basic(none)).toMatchObject({ EventSelectors: [none] });
  });

  test.each([
    ['none at all', {}],
    ['both kinds', { EventSelectors: [{}], AdvancedEventSelectors: [{ FieldSelectors: [management] }] }],
    ['six of them', { EventSelectors: Array(6).fill({}) }],
    ['a read-write type there is not', { EventSelectors: [{ ReadWriteType: 'read-only' }] }],
    ['neither management events nor data', { EventSelectors: [{ IncludeManagementEvents: false }] }],
    [
      'a source that cannot be left out',
      { EventSelectors: [{ ExcludeManagementEventSources: ['iam.amazonaws.com'] }] },
    ],
    [
      'data of another type',
      { EventSelectors: [{ DataResources: [{ Type: 'AWS::SNS::Topic', Values: [] }] }] },
    ],
    ['no ARN', { EventSelectors: [{ DataResources: [{ Type: 'AWS::S3::Object', Values: ['bucket'] }] }] }],
  ])('are refused with %s', async (_, selectors) => {
    await expect(put(selectors)).rejects.toMatchObject({ code: 'InvalidEventSelectorsException' });
  });

  test.each([
    ['no category', [{ Field: 'readOnly', Equals: ['true'] }]],
    ['another category', [{ Field: 'eventCategory', Equals: ['Insight'] }]],
    [
      'a field that management events have not',
      [management, { Field: 'eventName', NotEquals: ['StopLogging'] }],
    ],
    [
      'a source that cannot be left out',
      [management, { Field: 'eventSource', NotEquals: ['iam.amazonaws.com'] }],
    ],
    ['a source alone', [management, { Field: 'eventSource', Equals: ['kms.amazonaws.com'] }]],
    ['readOnly of both', [management, { Field: 'readOnly', Equals: ['true', 'false'] }]],
    ['a field twice', [management, management]],
    ['a field without an operator', [management, { Field: 'readOnly' }]],
    ['data of no type', [{ Field: 'eventCategory', Equals: ['Data'] }]],
    [
      'over 500 values',
      [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
        { Field: 'eventName', Equals: Array.from({ length: 500 }, (_, i) => `e${i}`) },
      ],
    ],
  ])('advanced are refused with %s', async (_, fields) => {
    await expect(advanced(fields)).rejects.toMatchObject({ code: 'InvalidEventSelectorsException' });
  });
});

describe('what selectors pick', () => {
  /** Which of a read and a write of KMS, and of another service, reach the bus. */
  async function delivered(): Promise<string[]> {
    aws.recorded.length = 0;
    await aws.call('kms', 'ListKeys');
    await aws.call('kms', 'CreateKey');
    await aws.call('s3', 'ListBuckets');
    await aws.call('s3', 'PutBucketTagging', { Bucket: 'trail-logs' });
    return aws.recorded.flatMap(({ record, delivered }) => (delivered ? record.eventName : []));
  }

  const all = ['ListKeys', 'CreateKey', 'ListBuckets', 'PutBucketTagging'];
  test.each<[string, () => Promise<unknown>, string[]]>([
    ['all', () => basic({}), all],
    ['writes', () => basic({ ReadWriteType: 'WriteOnly' }), ['CreateKey', 'PutBucketTagging']],
    ['reads', () => basic({ ReadWriteType: 'ReadOnly' }), ['ListKeys', 'ListBuckets']],
    [
      'all but those of KMS',
      () => basic({ ExcludeManagementEventSources: ['kms.amazonaws.com'] }),
      ['ListBuckets', 'PutBucketTagging'],
    ],
    [
      'none',
      () =>
        basic({ IncludeManagementEvents: false, DataResources: [{ Type: 'AWS::S3::Object', Values: [] }] }),
      [],
    ],
    [
      'what either selector picks',
      () => basic({ ReadWriteType: 'WriteOnly' }, { ReadWriteType: 'ReadOnly' }),
      all,
    ],
    [
      'writes, advanced',
      () => advanced([management, { Field: 'readOnly', Equals: ['false'] }]),
      ['CreateKey', 'PutBucketTagging'],
    ],
    [
      'all but those of KMS, advanced',
      () => advanced([management, { Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }]),
      ['ListBuckets', 'PutBucketTagging'],
    ],
    [
      'none, advanced',
      () =>
        advanced([
          { Field: 'eventCategory', Equals: ['Data'] },
          { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
        ]),
      [],
    ],
  ])('is %s', async (_, choose, expected) => {
    await aws.send('StartLogging', { Name: 'main' });
    await choose();
    expect(await delivered()).toEqual(expected);
  });
});

describe('Insights selectors', () => {
  const insights = (...InsightTypes: string[]) =>
    aws.send('PutInsightSelectors', {
      TrailName: 'main',
      InsightSelectors: InsightTypes.map((InsightType) => ({ InsightType })),
    });

  test('are off until put and after an empty list', async () => {
    const get = () => aws.send('GetInsightSelectors', { TrailName: 'main' });
    await expect(get()).rejects.toMatchObject({ code: 'InsightNotEnabledException' });
    await insights('ApiCallRateInsight', 'ApiErrorRateInsight');
    expect(await get()).toMatchObject({
      InsightSelectors: [
        { InsightType: 'ApiCallRateInsight', EventCategories: ['Management'] },
        { InsightType: 'ApiErrorRateInsight' },
      ],
    });
    await insights();
    await expect(get()).rejects.toMatchObject({ code: 'InsightNotEnabledException' });
  });

  test('need the management events they count', async () => {
    await expect(insights('ApiRateInsight')).rejects.toMatchObject({
      code: 'InvalidInsightSelectorsException',
    });
    await basic({ ReadWriteType: 'ReadOnly' });
    await expect(insights('ApiCallRateInsight')).rejects.toMatchObject({
      code: 'InvalidInsightSelectorsException',
    });
    await insights('ApiErrorRateInsight');
  });
});

test('event configuration is kept, and that of event data stores refused for a trail', async () => {
  const AggregationConfigurations = [{ Templates: ['API_ACTIVITY'], EventCategory: 'Data' }];
  await aws.send('PutEventConfiguration', { TrailName: 'main', AggregationConfigurations });
  expect(await aws.send('GetEventConfiguration', { TrailName: 'main' })).toEqual({
    TrailARN: trailArn('main'),
    AggregationConfigurations,
  });
  await expect(
    aws.send('PutEventConfiguration', { TrailName: 'main', MaxEventSize: 'Large' }),
  ).rejects.toMatchObject({ code: 'InvalidParameterCombinationException' });
});
