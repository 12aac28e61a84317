import type { StopConfigurationRecorderRequest } from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { recorderNamed } from './recorder.ts';

export const StopConfigurationRecorder: Operation<StopConfigurationRecorderRequest, object> = (
  input,
  call,
) => {
  const recorder = recorderNamed(input.ConfigurationRecorderName, call);
  if (recorder.isRecording) recorder.stoppedAt = call.world.clock.now();
  recorder.isRecording = false;
  return {};
};
