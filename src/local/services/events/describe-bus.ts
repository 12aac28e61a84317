import type { DescribeEventBusResponse, EventBus } from '@aws-sdk/client-eventbridge';
import type { Bus } from './store.ts';

/** A bus as lists show it. The default bus was never made. */
export const listedBus = (bus: Bus): EventBus => ({
  Name: bus.name,
  Arn: bus.arn,
  ...(bus.description !== undefined && { Description: bus.description }),
  ...(bus.policy !== undefined && { Policy: bus.policy }),
  ...(bus.name !== 'default' && {
    CreationTime: new Date(bus.createdAt),
    LastModifiedTime: new Date(bus.modifiedAt),
  }),
});

export const describedBus = (bus: Bus): DescribeEventBusResponse => ({
  ...listedBus(bus),
  ...settingsOf(bus),
});

export const settingsOf = ({ keyId, deadLetterArn }: Bus) => ({
  ...(keyId !== undefined && { KmsKeyIdentifier: keyId }),
  ...(deadLetterArn !== undefined && { DeadLetterConfig: { Arn: deadLetterArn } }),
});
