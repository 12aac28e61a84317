import type { World } from '../../endpoint/world.ts';
import { type Topic, topicsOf } from './store.ts';

export const topicExists = (world: World, topicArn: string): boolean =>
  findTopic(world, topicArn) !== undefined;

/** The topic an ARN names, whatever account and Region it is in. */
export function findTopic(world: World, topicArn: string): Topic | undefined {
  const [, , service, region = '', accountId = '', name = ''] = topicArn.split(':');
  const topic = service === 'sns' ? topicsOf(world, accountId, region).get(name) : undefined;
  return topic?.arn === topicArn ? topic : undefined;
}
