import type {
  DescribeDeliveryChannelStatusRequest,
  DescribeDeliveryChannelStatusResponse,
} from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { channelsAsked } from './delivery-channel.ts';

/** Nothing was tried, so nothing succeeded or failed. */
export const DescribeDeliveryChannelStatus: Operation<
  DescribeDeliveryChannelStatusRequest,
  DescribeDeliveryChannelStatusResponse
> = (input, call) => ({
  DeliveryChannelsStatus: channelsAsked(input.DeliveryChannelNames, call).map(({ name }) => ({
    name,
    configSnapshotDeliveryInfo: {},
    configHistoryDeliveryInfo: {},
    configStreamDeliveryInfo: { lastStatus: 'Not_Applicable' },
  })),
});
