import type { Drift } from '../drift.ts';
import type { PartValues } from '../parts.ts';
import type { ComparedTrail } from './compared-trail.ts';
import { cloudTrailContext } from './policy/cloudtrail-context.ts';
import { comparePolicies } from './policy/compare-policy.ts';
import { CLOUDTRAIL } from './policy/policy-observation.ts';
import type { PolicyRequest } from './policy/request.ts';

type Topic = PartValues['topic'];

/** Whether those who wait for log files still hear of them. */
export function compareTopic(expected: Topic, actual: Topic, trail: ComparedTrail): readonly Drift[] {
  if (!expected) return [];
  if (!actual)
    return [
      { path: 'topic', expected, actual, class: 'weaker', evidence: 'there is no such topic any more' },
    ];
  const policy = comparePolicies(expected.Policy, actual.Policy, {
    requests: deliveryRequests(trail),
    paths: {
      delivery: 'topic.Policy.delivery',
      access: 'topic.Policy.access',
      readers: 'topic.Policy.readers',
      protection: 'topic.Policy.protection',
    },
  });
  return [...policy, ...compareKeys(expected.KmsMasterKeyId, actual.KmsMasterKeyId)];
}

/** CloudTrail publishes to an encrypted topic only where that key's policy lets it, and who may not decrypt hears nothing. */
const compareKeys = (expected: string | null, actual: string | null): readonly Drift[] =>
  expected === actual ? [] : [{ path: 'topic.KmsMasterKeyId', expected, actual, class: 'weaker' }];

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html */
const deliveryRequests = (trail: ComparedTrail): readonly PolicyRequest[] =>
  trail.settings.SnsTopicARN
    ? [
        {
          principal: CLOUDTRAIL,
          action: 'sns:Publish',
          resource: trail.settings.SnsTopicARN,
          context: cloudTrailContext(trail),
        },
      ]
    : [];
