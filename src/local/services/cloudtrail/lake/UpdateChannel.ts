import type { UpdateChannelRequest, UpdateChannelResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { channelsOf, checkDestinations, findChannel, refuseTakenName } from './channel.ts';

/** What is not given stays. */
export const UpdateChannel: Operation<UpdateChannelRequest, UpdateChannelResponse> = (input, call) => {
  const before = findChannel(input.Channel, call);
  const channels = channelsOf(call);
  const { Name: name = before.name, Destinations: destinations = before.destinations } = input;
  if (name !== before.name) refuseTakenName(name, channels.values());
  checkDestinations(destinations, call);
  channels.set(before.arn, { ...before, name, destinations });
  return { ChannelArn: before.arn, Name: name, Source: before.source, Destinations: [...destinations] };
};
