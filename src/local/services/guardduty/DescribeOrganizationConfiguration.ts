import type {
  DescribeOrganizationConfigurationRequest,
  DescribeOrganizationConfigurationResponse,
} from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { organizationDetector } from './organization-detector.ts';

export const DescribeOrganizationConfiguration: Operation<
  DescribeOrganizationConfigurationRequest,
  DescribeOrganizationConfigurationResponse
> = (input, call) => {
  const { autoEnable } = organizationDetector(input.DetectorId, call).organization;
  return {
    AutoEnable: autoEnable !== 'NONE',
    AutoEnableOrganizationMembers: autoEnable,
    MemberAccountLimitReached: false,
  };
};
