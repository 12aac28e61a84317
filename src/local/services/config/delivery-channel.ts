import type { DeliveryChannel } from '@aws-sdk/client-config-service';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { configOfCall } from './store.ts';

/** The channels meant by a list of names, or all there are: one or none. */
export function channelsAsked(names: readonly string[] | undefined, call: Call): readonly DeliveryChannel[] {
  const { channel } = configOfCall(call);
  if (!names?.length) return channel ? [channel] : [];
  return names.map((name) => channelNamed(name, call));
}

/** @throws ServiceError `NoSuchDeliveryChannelException` */
export function channelNamed(name: string | undefined, call: Call): DeliveryChannel {
  const { channel } = configOfCall(call);
  if (channel && channel.name === name) return channel;
  throw new ServiceError(
    'NoSuchDeliveryChannelException',
    `Cannot find delivery channel with specified name '${name}'.`,
  );
}
