import type { PutConfigurationRecorderRequest } from '@aws-sdk/client-config-service';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { arnOf } from '../iam/arn-of.ts';
import { roleTrustsService } from '../iam/trust.ts';
import { randomId } from './random-id.ts';
import { recordingGroupOf } from './recording-group.ts';
import { configOfCall } from './store.ts';

/** Makes a recorder that does not record yet, or changes the one there is, which goes on as it did. */
export const PutConfigurationRecorder: Operation<PutConfigurationRecorderRequest, object> = (input, call) => {
  refuseUnsupported(input, 'Tags');
  const given = input.ConfigurationRecorder ?? {};
  const { name = 'default', roleARN: roleArn = '' } = given;
  const state = configOfCall(call);
  if (state.recorder && state.recorder.name !== name) {
    throw new ServiceError(
      'MaxNumberOfConfigurationRecordersExceededException',
      `Failed to put configuration recorder '${name}' because the maximum number of configuration recorders: 1 is reached.`,
    );
  }
  checkRole(roleArn, call);
  const recordingGroup = recordingGroupOf(given.recordingGroup);
  const recordingMode = given.recordingMode ?? { recordingFrequency: 'CONTINUOUS' };
  const arn = arnOf(call, 'config', `configuration-recorder/${name}/${randomId()}`);
  state.recorder = {
    ...(state.recorder ?? { name, arn, isRecording: false }),
    roleArn,
    recordingGroup,
    recordingMode,
  };
  return {};
};

function checkRole(roleArn: string, { world, accountId }: Call): void {
  const isOwn = roleArn.split(':')[4] === accountId;
  if (isOwn && roleTrustsService(world, roleArn, 'config.amazonaws.com')) return;
  throw new ServiceError(
    'InvalidRoleException',
    'The role ARN provided is invalid or AWS Config cannot assume it.',
  );
}
