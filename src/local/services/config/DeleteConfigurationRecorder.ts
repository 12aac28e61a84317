import type { DeleteConfigurationRecorderRequest } from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { recorderNamed } from './recorder.ts';
import { configOfCall } from './store.ts';

/** Also takes one away that is recording. */
export const DeleteConfigurationRecorder: Operation<DeleteConfigurationRecorderRequest, object> = (
  input,
  call,
) => {
  recorderNamed(input.ConfigurationRecorderName, call);
  configOfCall(call).recorder = undefined;
  return {};
};
