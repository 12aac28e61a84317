import { describe, expect, test } from 'vitest';
import { CLOUDTRAIL_SERVICE, classesOf, policyOf, STRANGER, TOPIC_ARN, TRAIL } from './policy/test-kit.ts';
import { compareTopic } from './topic.ts';

const PUBLISHES = {
  Effect: 'Allow',
  Principal: CLOUDTRAIL_SERVICE,
  Action: 'SNS:Publish',
  Resource: TOPIC_ARN,
};
const OWNERS = {
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: ['SNS:Subscribe', 'SNS:Publish'],
  Resource: TOPIC_ARN,
  Condition: { StringEquals: { 'AWS:SourceOwner': '111122223333' } },
};
const TOPIC = { Policy: policyOf(PUBLISHES, OWNERS), KmsMasterKeyId: null };

const toldOf = (...statements: object[]) =>
  classesOf(
    compareTopic(TOPIC, { ...TOPIC, Policy: policyOf(...statements.map((one) => ({ ...one }))) }, TRAIL),
  );

describe('the topic', () => {
  test('that is gone is a loss', () => {
    expect(classesOf(compareTopic(TOPIC, null, TRAIL))).toEqual({ topic: 'weaker' });
    expect(compareTopic(null, TOPIC, TRAIL)).toEqual([]);
  });

  test('lets CloudTrail publish, for this trail', () => {
    expect(toldOf(OWNERS)).toEqual({ 'topic.Policy.delivery': 'weaker' });
    const forAnother = { ...PUBLISHES, Condition: { ArnLike: { 'aws:SourceArn': `${TRAIL.arn}2` } } };
    expect(toldOf(OWNERS, forAnother)).toEqual({ 'topic.Policy.delivery': 'weaker' });
    const forThis = { ...PUBLISHES, Condition: { ArnLike: { 'aws:SourceArn': TRAIL.arn } } };
    expect(toldOf(OWNERS, forThis)).toEqual({ 'topic.Policy.delivery': 'stronger' });
  });

  test('lets in subscribers', () => {
    expect(toldOf(PUBLISHES)).toEqual({ 'topic.Policy.readers': 'weaker' });
    expect(toldOf(PUBLISHES, OWNERS, { ...OWNERS, Principal: { AWS: STRANGER }, Condition: {} })).toEqual({
      'topic.Policy.access': 'weaker',
    });
    expect(toldOf(PUBLISHES, { ...OWNERS, Condition: {} })).toEqual({ 'topic.Policy.access': 'weaker' });
  });

  test('with another key may be silent', () => {
    expect(classesOf(compareTopic(TOPIC, { ...TOPIC, KmsMasterKeyId: 'alias/x' }, TRAIL))).toEqual({
      'topic.KmsMasterKeyId': 'weaker',
    });
  });
});
