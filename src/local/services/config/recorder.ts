import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { configOfCall, type Recorder } from './store.ts';

/** @throws ServiceError `NoSuchConfigurationRecorderException` */
export function recorderNamed(name: string | undefined, call: Call): Recorder {
  const { recorder } = configOfCall(call);
  if (recorder && recorder.name === name) return recorder;
  throw new ServiceError(
    'NoSuchConfigurationRecorderException',
    `Cannot find configuration recorder with the specified name '${name}'.`,
  );
}

/** The recorders meant by a list of names, or all there are: one or none. */
export function recordersAsked(names: readonly string[] | undefined, call: Call): readonly Recorder[] {
  const { recorder } = configOfCall(call);
  if (!names?.length) return recorder ? [recorder] : [];
  return names.map((name) => recorderNamed(name, call));
}
