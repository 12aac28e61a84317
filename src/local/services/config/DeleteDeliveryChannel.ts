import type { DeleteDeliveryChannelRequest } from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { channelNamed } from './delivery-channel.ts';
import { configOfCall } from './store.ts';

export const DeleteDeliveryChannel: Operation<DeleteDeliveryChannelRequest, object> = (input, call) => {
  channelNamed(input.DeliveryChannelName, call);
  const state = configOfCall(call);
  if (state.recorder?.isRecording) {
    throw new ServiceError(
      'LastDeliveryChannelDeleteFailedException',
      `Failed to delete last specified delivery channel with name '${input.DeliveryChannelName}', because there is a running configuration recorder.`,
    );
  }
  state.channel = undefined;
  return {};
};
