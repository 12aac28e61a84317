import type { EventBus } from '@aws-sdk/client-eventbridge';
import type { Call } from '../../endpoint/operation.ts';
import { notFound } from './events-error.ts';

export const defaultBusArn = ({ partition, region, accountId }: Call) =>
  `arn:${partition}:events:${region}:${accountId}:event-bus/default`;

export const isDefaultBus = (call: Call, nameOrArn: string | undefined): boolean =>
  nameOrArn === undefined || nameOrArn === 'default' || nameOrArn === defaultBusArn(call);

/** There is no other bus here. */
export function requireDefaultBus(call: Call, nameOrArn: string | undefined) {
  if (!isDefaultBus(call, nameOrArn)) throw notFound(`Event bus ${nameOrArn} does not exist.`);
}

export const describeDefaultBus = (call: Call): EventBus => ({ Name: 'default', Arn: defaultBusArn(call) });
