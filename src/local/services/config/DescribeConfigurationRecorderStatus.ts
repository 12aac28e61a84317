import type {
  DescribeConfigurationRecorderStatusRequest,
  DescribeConfigurationRecorderStatusResponse,
} from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { recordersAsked } from './recorder.ts';

export const DescribeConfigurationRecorderStatus: Operation<
  DescribeConfigurationRecorderStatusRequest,
  DescribeConfigurationRecorderStatusResponse
> = (input, call) => {
  refuseUnsupported(input, 'Arn', 'ServicePrincipal');
  return {
    ConfigurationRecordersStatus: recordersAsked(input.ConfigurationRecorderNames, call).map(
      ({ arn, name, isRecording, startedAt, stoppedAt }) => ({
        arn,
        name,
        recording: isRecording,
        lastStatus: startedAt === undefined ? 'Pending' : 'Success',
        ...(startedAt !== undefined && { lastStartTime: new Date(startedAt) }),
        ...(stoppedAt !== undefined && { lastStopTime: new Date(stoppedAt) }),
        ...(startedAt !== undefined && {
          lastStatusChangeTime: new Date(Math.max(startedAt, stoppedAt ?? 0)),
        }),
      }),
    ),
  };
};
