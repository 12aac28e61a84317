import type {
  DescribeConfigurationRecordersRequest,
  DescribeConfigurationRecordersResponse,
} from '@aws-sdk/client-config-service';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { recordersAsked } from './recorder.ts';

export const DescribeConfigurationRecorders: Operation<
  DescribeConfigurationRecordersRequest,
  DescribeConfigurationRecordersResponse
> = (input, call) => {
  refuseUnsupported(input, 'Arn', 'ServicePrincipal');
  return {
    ConfigurationRecorders: recordersAsked(input.ConfigurationRecorderNames, call).map((recorder) => ({
      arn: recorder.arn,
      name: recorder.name,
      roleARN: recorder.roleArn,
      recordingGroup: recorder.recordingGroup,
      recordingMode: recorder.recordingMode,
      recordingScope: 'PAID',
    })),
  };
};
