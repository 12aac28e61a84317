import type { GetChannelRequest, GetChannelResponse } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { findChannel } from './channel.ts';

export const GetChannel: Operation<GetChannelRequest, GetChannelResponse> = (input, call) => {
  const { arn, name, source, destinations } = findChannel(input.Channel, call);
  return { ChannelArn: arn, Name: name, Source: source, Destinations: [...destinations] };
};
