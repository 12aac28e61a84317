import { describe, expect, test } from 'vitest';
import type { Baseline } from '../baseline/baseline.ts';
import type { Drift, DriftPath } from '../drift.ts';
import type { Parts, TrailSettings } from '../parts.ts';
import { recreateSteps, trailSteps } from './trail-steps.ts';

const ARN = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main';
const TRAIL = { name: 'main', arn: ARN, accountId: '111122223333', homeRegion: 'eu-central-1' };
const SETTINGS: TrailSettings = {
  S3BucketName: 'logs',
  S3KeyPrefix: null,
  SnsTopicARN: 'arn:aws:sns:eu-central-1:111122223333:trail',
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: true,
  IsOrganizationTrail: false,
  LogFileValidationEnabled: true,
  CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-central-1:111122223333:log-group:trail:*',
  CloudWatchLogsRoleArn: 'arn:aws:iam::111122223333:role/trail',
  KmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/1',
};
const MANAGEMENT = { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] };
const PARTS = {
  trail: SETTINGS,
  eventSelectors: { AdvancedEventSelectors: [{ Name: null, ...MANAGEMENT }] },
  insightSelectors: [{ InsightType: 'ApiCallRateInsight', EventCategories: ['Management'] }],
  eventConfiguration: { AggregationConfigurations: [{ EventCategory: 'Data', Templates: ['API_ACTIVITY'] }] },
  tags: { owner: 'security', 'a.b': 'c', 'aws:x': 'y' },
} satisfies Parts;
const baseline = (parts: Partial<Baseline['parts']> = {}) => ({
  trail: TRAIL,
  parts: { ...PARTS, ...parts },
});

const weaker = (...paths: readonly DriftPath[]): readonly Drift[] =>
  paths.map((path) => ({ path, expected: 'approved', actual: 'attacker', class: 'weaker' }));
const calls = (drifts: readonly Drift[], parts?: Partial<Baseline['parts']>) =>
  trailSteps(drifts, baseline(parts), TRAIL).map(({ call, input }) => [call, input]);

describe('trailSteps', () => {
  test('UpdateTrail names the drifted fields alone, by the names it takes them under, with the approved values', () => {
    const drifts = weaker('trail.LogFileValidationEnabled', 'trail.SnsTopicARN');
    expect(trailSteps(drifts, baseline(), TRAIL)).toEqual([
      {
        call: 'UpdateTrail',
        input: { Name: ARN, EnableLogFileValidation: true, SnsTopicName: SETTINGS.SnsTopicARN },
        region: 'eu-central-1',
        trailArn: ARN,
        paths: ['trail.LogFileValidationEnabled', 'trail.SnsTopicARN'],
      },
    ]);
  });

  test('what CloudTrail takes only together is given together', () => {
    expect(calls(weaker('trail.CloudWatchLogsRoleArn'))).toEqual([
      [
        'UpdateTrail',
        {
          Name: ARN,
          CloudWatchLogsRoleArn: SETTINGS.CloudWatchLogsRoleArn,
          CloudWatchLogsLogGroupArn: SETTINGS.CloudWatchLogsLogGroupArn,
        },
      ],
    ]);
    expect(calls(weaker('trail.IsMultiRegionTrail'))).toEqual([
      ['UpdateTrail', { Name: ARN, IsMultiRegionTrail: true, IncludeGlobalServiceEvents: true }],
    ]);
  });

  test('what must not be there is taken away by an empty text', () => {
    expect(calls(weaker('trail.S3KeyPrefix'))).toEqual([['UpdateTrail', { Name: ARN, S3KeyPrefix: '' }]]);
  });

  test('a destination that is impaired itself cannot take the others along', () => {
    const drifts = weaker('topic', 'trail.SnsTopicARN', 'trail.IsMultiRegionTrail', 'trail.S3BucketName');
    expect(trailSteps(drifts, baseline(), TRAIL).map(({ paths }) => paths)).toEqual([
      ['trail.IsMultiRegionTrail', 'trail.S3BucketName'],
      ['trail.SnsTopicARN'],
    ]);
  });

  test('selectors are put back whole and of the approved kind, before what needs their events', () => {
    const drifts = weaker(
      'insightSelectors.ApiCallRateInsight',
      'eventConfiguration.AggregationConfigurations',
      'eventSelectors.management.write',
      'eventSelectors.data',
    );
    expect(calls(drifts)).toEqual([
      ['PutEventSelectors', { TrailName: ARN, AdvancedEventSelectors: [MANAGEMENT] }],
      ['PutInsightSelectors', { TrailName: ARN, InsightSelectors: PARTS.insightSelectors }],
      ['PutEventConfiguration', { TrailName: ARN, ...PARTS.eventConfiguration }],
    ]);
    const EventSelectors = [
      {
        ReadWriteType: 'All',
        IncludeManagementEvents: true,
        DataResources: [],
        ExcludeManagementEventSources: [],
      },
    ] as const;
    expect(calls(weaker('eventSelectors.data'), { eventSelectors: { EventSelectors } })).toEqual([
      ['PutEventSelectors', { TrailName: ARN, EventSelectors }],
    ]);
  });

  test('the tags that are missing are added, and no others', () => {
    expect(calls(weaker('tags.a.b'))).toEqual([
      ['AddTags', { ResourceId: ARN, TagsList: [{ Key: 'a.b', Value: 'c' }] }],
    ]);
  });

  test('what is stronger or different is left, and so is what others put back', () => {
    const stronger = weaker('trail.KmsKeyId', 'eventSelectors.data').map((drift) => ({
      ...drift,
      class: 'stronger' as const,
    }));
    expect(calls([...stronger, ...weaker('bucket.policy.delivery', 'status.IsLogging', 'trail')])).toEqual(
      [],
    );
  });
});

describe('recreateSteps', () => {
  test('a deleted trail is made as it was approved, with its tags, then given its selectors', () => {
    const steps = recreateSteps(baseline());
    expect(steps.map(({ call }) => call)).toEqual([
      'CreateTrail',
      'PutEventSelectors',
      'PutInsightSelectors',
      'PutEventConfiguration',
    ]);
    const { LogFileValidationEnabled: _, SnsTopicARN, S3KeyPrefix: __, ...same } = SETTINGS;
    expect(steps[0]).toEqual({
      call: 'CreateTrail',
      input: {
        Name: 'main',
        ...same,
        EnableLogFileValidation: true,
        SnsTopicName: SnsTopicARN,
        TagsList: [
          { Key: 'owner', Value: 'security' },
          { Key: 'a.b', Value: 'c' },
        ],
      },
      region: 'eu-central-1',
      trailArn: ARN,
      paths: ['trail'],
    });
    expect(steps[1]?.input.TrailName).toBe(ARN);
  });

  test('what a new trail does not have anyway needs no call', () => {
    const { eventSelectors } = PARTS;
    const parts = {
      trail: SETTINGS,
      eventSelectors,
      insightSelectors: [],
      eventConfiguration: { AggregationConfigurations: [] },
    };
    const [creation, ...others] = recreateSteps({ trail: TRAIL, parts });
    expect(creation?.input).not.toHaveProperty('TagsList');
    expect(others.map(({ call }) => call)).toEqual(['PutEventSelectors']);
  });
});
