import type { StartConfigurationRecorderRequest } from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { recorderNamed } from './recorder.ts';
import { configOfCall } from './store.ts';

export const StartConfigurationRecorder: Operation<StartConfigurationRecorderRequest, object> = (
  input,
  call,
) => {
  const recorder = recorderNamed(input.ConfigurationRecorderName, call);
  if (!configOfCall(call).channel) {
    throw new ServiceError(
      'NoAvailableDeliveryChannelException',
      'Delivery channel is not available to start configuration recorder.',
    );
  }
  if (!recorder.isRecording) recorder.startedAt = call.world.clock.now();
  recorder.isRecording = true;
  return {};
};
