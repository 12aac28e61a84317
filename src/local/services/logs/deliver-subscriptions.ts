import { gzipSync } from 'node:zlib';
import type { World } from '../../endpoint/world.ts';
import { lookUpFunction } from '../lambda/find-function.ts';
import { invokeAsync } from '../lambda/invoke.ts';
import type { LogEvent } from './store.ts';
import { letsLogsInvoke, type SubscriptionFilter } from './subscription-filter.ts';
import type { Written } from './write-observers.ts';

/**
 * Hands what a group's subscription filters let through to their functions. Who no longer lets CloudWatch Logs in gets
 * nothing, and nobody is told.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
 */
export function deliverSubscriptions(world: World, written: Written): void {
  for (const filter of written.group.subscriptionFilters.values()) deliver(world, filter, written);
}

function deliver(world: World, filter: SubscriptionFilter, { group, streamName, events }: Written): void {
  const { destinationArn: arn } = filter;
  const [, , , region = '', accountId = ''] = group.arn.split(':');
  const matching = events.filter(({ message }) => filter.passes(message));
  if (matching.length === 0 || !lookUpFunction(world, arn)) return;
  if (!letsLogsInvoke(world, arn, region, group)) return;
  const data = gzipSync(
    JSON.stringify({
      messageType: 'DATA_MESSAGE',
      owner: accountId,
      logGroup: group.name,
      logStream: streamName,
      subscriptionFilters: [filter.name],
      logEvents: matching.map(({ id, timestamp, message }: LogEvent) => ({ id, timestamp, message })),
    }),
  );
  invokeAsync(world, arn, JSON.stringify({ awslogs: { data: data.toString('base64') } }));
}
