import type { UpdateOrganizationConfigurationRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { badRequest } from './detector.ts';
import { organizationDetector } from './organization-detector.ts';

/** Keeps whether new accounts would become members; none does by itself here. */
export const UpdateOrganizationConfiguration: Operation<UpdateOrganizationConfigurationRequest, object> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'DataSources', 'Features');
  const detector = organizationDetector(input.DetectorId, call);
  const { AutoEnable, AutoEnableOrganizationMembers: members } = input;
  if ((AutoEnable === undefined) === (members === undefined)) {
    throw badRequest('The request must have either autoEnable or autoEnableOrganizationMembers.');
  }
  detector.organization = { autoEnable: members ?? (AutoEnable ? 'NEW' : 'NONE') };
  return {};
};
