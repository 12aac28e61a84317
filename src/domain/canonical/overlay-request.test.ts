import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.ts';
import { overlayRequest } from './overlay-request.ts';
import { canonicalPart } from './part.ts';

const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1234';
const TOPIC = 'arn:aws:sns:eu-central-1:111122223333:logs';

const trail = canonicalPart('trail', {
  S3BucketName: 'logs',
  IsMultiRegionTrail: true,
  LogFileValidationEnabled: true,
  KmsKeyId: KEY,
  SnsTopicARN: TOPIC,
});
const eventSelectors = canonicalPart('eventSelectors', { EventSelectors: [{}] });
const expected = { trail, eventSelectors, tags: { team: 'sec' } };

const stateAfter = (eventName: string, request: JsonObject | null, response: JsonObject | null = null) =>
  overlayRequest(expected, { eventName, request, response });

describe('an UpdateTrail over the baseline', () => {
  it('changes what it names and nothing else', () =>
    expect(stateAfter('UpdateTrail', { name: 'main', isMultiRegionTrail: false })?.trail).toEqual({
      ...trail,
      IsMultiRegionTrail: false,
    }));

  it('clears what it names empty', () =>
    expect(stateAfter('UpdateTrail', { kmsKeyId: '', enableLogFileValidation: 'false' })?.trail).toEqual({
      ...trail,
      KmsKeyId: null,
      LogFileValidationEnabled: false,
    }));

  it('that saves everything as it is, as the console does, changes nothing', () =>
    expect(
      stateAfter('UpdateTrail', {
        ...{ name: 'main', s3BucketName: 'logs', s3KeyPrefix: '', snsTopicName: TOPIC, kmsKeyId: KEY },
        ...{ isMultiRegionTrail: true, enableLogFileValidation: true, cloudWatchLogsLogGroupArn: '' },
      })?.trail,
    ).toEqual(trail));

  it('names the key and the topic of the baseline also by id and name', () =>
    expect(stateAfter('UpdateTrail', { kmsKeyId: '1234', snsTopicName: 'logs' })?.trail).toEqual(trail));

  it('is read from the response where the request is only an alias of what it became', () =>
    expect(
      stateAfter('UpdateTrail', { kmsKeyId: 'alias/trail' }, { s3BucketName: 'logs', kmsKeyId: KEY })?.trail,
    ).toEqual(trail));

  it('is not blamed for what another call changed before and the response echoes', () =>
    expect(
      stateAfter('UpdateTrail', { kmsKeyId: '' }, { s3BucketName: 'elsewhere', isMultiRegionTrail: false })
        ?.trail,
    ).toEqual({ ...trail, KmsKeyId: null }));

  it('whose request was too large for the record is what its response echoes', () =>
    expect(
      stateAfter('UpdateTrail', { omitted: true }, { s3BucketName: 'elsewhere', isMultiRegionTrail: false })
        ?.trail,
    ).toEqual(canonicalPart('trail', { S3BucketName: 'elsewhere' })));

  it('with neither tells nothing', () => expect(stateAfter('UpdateTrail', null)).toBeNull());
});

describe('a call over the baseline', () => {
  it('PutEventSelectors replaces all selectors, also the other kind', () =>
    expect(
      stateAfter('PutEventSelectors', {
        trailName: 'main',
        advancedEventSelectors: [{ fieldSelectors: [{ field: 'readOnly', equals: ['true'] }] }],
      })?.eventSelectors,
    ).toEqual({
      AdvancedEventSelectors: [{ Name: null, FieldSelectors: [{ Field: 'readOnly', Equals: ['true'] }] }],
    }));

  it('PutEventSelectors is read from its response when the request was left out', () =>
    expect(
      stateAfter('PutEventSelectors', { omitted: true }, { eventSelectors: [{ readWriteType: 'ReadOnly' }] })
        ?.eventSelectors,
    ).toEqual(canonicalPart('eventSelectors', { EventSelectors: [{ ReadWriteType: 'ReadOnly' }] })));

  it('PutInsightSelectors with none turns Insights off', () =>
    expect(stateAfter('PutInsightSelectors', { insightSelectors: [] })?.insightSelectors).toEqual([]));

  it('PutEventConfiguration replaces what is aggregated', () =>
    expect(
      stateAfter('PutEventConfiguration', { aggregationConfigurations: [] })?.eventConfiguration,
    ).toEqual({
      AggregationConfigurations: [],
    }));

  it('AddTags and RemoveTags change the tags they name', () => {
    expect(stateAfter('AddTags', { tagsList: [{ key: 'a', value: 'b' }] })?.tags).toEqual({
      a: 'b',
      team: 'sec',
    });
    expect(stateAfter('RemoveTags', { tagsList: [{ key: 'team' }] })?.tags).toEqual({});
  });

  it.each(['StopLogging', 'constructor', '__proto__'])('%s sets nothing of a trail', (eventName) =>
    expect(stateAfter(eventName, { name: 'main' })).toBeNull(),
  );
});
