import { describe, expect, it } from 'vitest';
import type { Trail } from '../domain/trail.ts';
import { UnknownToSdkError } from './call-aws.ts';
import { readTrailParts } from './parts/trail-parts.ts';
import { readTrailStatus } from './read-trail-status.ts';
import { readTrails } from './read-trails.ts';
import { awsError, testAws } from './test-aws.ts';

const ARN = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main';
const ITEM = { Name: 'main', TrailARN: ARN, HomeRegion: 'eu-central-1', S3BucketName: 'logs', KmsKeyId: '' };

describe('a listing', () => {
  it('gives each trail once, with its settings in canonical form', () => {
    const shadow = { ...ITEM };
    expect(readTrails({ trailList: [ITEM, shadow, {}, null] })).toMatchObject([
      {
        name: 'main',
        arn: ARN,
        accountId: '111122223333',
        settings: { S3BucketName: 'logs', KmsKeyId: null },
      },
    ]);
  });

  it.each([null, {}, { trailList: 7 }])('of nothing that is one is empty: %j', (answer) =>
    expect(readTrails(answer)).toEqual([]),
  );
});

describe('a status', () => {
  it('holds what AWS tells and nothing else', () =>
    expect(
      readTrailStatus({
        IsLogging: true,
        StartLoggingTime: new Date(7),
        LatestDigestDeliveryError: 'AccessDenied',
        LatestNotificationError: '',
        LatestDeliveryAttemptTime: 'no longer in use',
      }),
    ).toEqual({ isLogging: true, startLoggingTime: 7, latestDigestDeliveryError: 'AccessDenied' }));

  it('that does not say whether the trail logs is none', () =>
    expect(() => readTrailStatus({})).toThrow('did not say'));
});

describe('a trail’s own parts', () => {
  const [trail] = readTrails({ trailList: [ITEM] }) as [Trail];
  const ANSWERS = {
    GetEventSelectors: { EventSelectors: [{}] },
    GetInsightSelectors: awsError('InsightNotEnabledException'),
    GetEventConfiguration: new UnknownToSdkError('GetEventConfiguration'),
    ListTags: { ResourceTagList: [{ ResourceId: ARN, TagsList: [{ Key: 'team', Value: 'sec' }] }] },
  };

  it('are read each for itself: no Insights is an answer, an operation that the SDK does not know is none', async () => {
    const { callAws, operations } = testAws(ANSWERS);
    expect(await readTrailParts(trail, callAws)).toMatchObject({
      trail: { read: true, value: trail.settings },
      eventSelectors: { read: true, value: { EventSelectors: [{ ReadWriteType: 'All' }] } },
      insightSelectors: { read: true, value: [] },
      eventConfiguration: {
        read: false,
        reason: 'UnknownToSdkError: the loaded AWS SDK does not know GetEventConfiguration',
      },
      tags: { read: true, value: { team: 'sec' } },
    });
    expect(operations()).not.toContain('GetTrail');
  });

  it('include its settings when it was not listed with them', async () => {
    const { callAws } = testAws({ ...ANSWERS, GetTrail: { Trail: ITEM } });
    const parts = await readTrailParts({ ...trail, settings: null }, callAws);
    expect(parts.trail).toEqual({ read: true, value: trail.settings });
  });

  it('are unread when AWS answers about another trail', async () => {
    const { callAws } = testAws({ ...ANSWERS, ListTags: { ResourceTagList: [{ ResourceId: 'other' }] } });
    expect((await readTrailParts(trail, callAws)).tags).toMatchObject({ read: false });
  });

  it('of the organization has tags that another account may not read, and its owner watches', async () => {
    const { callAws } = testAws({ ...ANSWERS, ListTags: awsError('CloudTrailARNInvalidException', 400) });
    const { tags, eventSelectors } = await readTrailParts(trail, callAws);
    expect(tags).toMatchObject({ read: false, isElsewhere: true });
    expect(eventSelectors).toMatchObject({ read: true });
  });
});
