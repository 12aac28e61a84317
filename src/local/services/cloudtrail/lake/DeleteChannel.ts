import type { DeleteChannelRequest } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { channelsOf, findChannel } from './channel.ts';

export const DeleteChannel: Operation<DeleteChannelRequest, object> = (input, call) => {
  channelsOf(call).delete(findChannel(input.Channel, call).arn);
  return {};
};
