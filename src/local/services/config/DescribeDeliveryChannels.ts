import type {
  DescribeDeliveryChannelsRequest,
  DescribeDeliveryChannelsResponse,
} from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { channelsAsked } from './delivery-channel.ts';

export const DescribeDeliveryChannels: Operation<
  DescribeDeliveryChannelsRequest,
  DescribeDeliveryChannelsResponse
> = (input, call) => ({ DeliveryChannels: [...channelsAsked(input.DeliveryChannelNames, call)] });
