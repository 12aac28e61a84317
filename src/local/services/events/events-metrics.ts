import type { World } from '../../endpoint/world.ts';
import { recordMetric } from '../monitoring/metrics.ts';
import type { Rule } from './store.ts';

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html */
type DeliveryMetric =
  | 'Invocations'
  | 'FailedInvocations'
  | 'InvocationsSentToDlq'
  | 'InvocationsFailedToBeSentToDlq';

export function countDelivery(world: World, rule: Rule, name: DeliveryMetric) {
  const [, , , region = '', accountId = ''] = rule.arn.split(':');
  const dimensions = new Map([['RuleName', rule.name]]);
  recordMetric(world, accountId, region, { namespace: 'AWS/Events', name, dimensions, value: 1 });
}
