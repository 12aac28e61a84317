import { parseArn } from '../arn.ts';
import type { Baseline } from '../baseline/baseline.ts';
import type { Drift } from '../drift.ts';
import type { Step } from '../step.ts';
import type { About } from './dependency-steps.ts';
import { exactly, hasPath, type Repair, stepsOf, under } from './dependency-steps-repair.ts';

/** What puts the topic back. A topic that is made again has no subscribers: only they can subscribe and confirm. */
export function topicSteps(
  drifts: readonly Drift[],
  { parts }: Baseline,
  { trailArn, accountId }: About,
): readonly Step[] {
  const TopicArn = parts.trail.SnsTopicARN;
  const arn = parseArn(TopicArn ?? '');
  const isGone = hasPath(drifts, 'topic');
  if (!TopicArn || !arn || !parts.topic || (isGone && arn.accountId !== accountId)) return [];
  const { Policy, KmsMasterKeyId } = parts.topic;
  const set = (AttributeName: string, AttributeValue: string): Repair => ({
    call: 'SetTopicAttributes',
    undoes: under(`topic.${AttributeName}`, 'topic'),
    input: { TopicArn, AttributeName, AttributeValue },
  });
  const repairs: readonly Repair[] = [
    { call: 'CreateTopic', undoes: exactly('topic'), input: { Name: arn.resource } },
    set('Policy', JSON.stringify(Policy)),
    // An empty value takes the key away.
    ...(isGone && KmsMasterKeyId === null ? [] : [set('KmsMasterKeyId', KmsMasterKeyId ?? '')]),
  ];
  return stepsOf(repairs, drifts, { region: arn.region, trailArn });
}
