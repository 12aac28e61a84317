import type { UpdateSecurityHubConfigurationRequest } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf } from './hub.ts';

/** What is not given stays. */
export const UpdateSecurityHubConfiguration: Operation<UpdateSecurityHubConfigurationRequest, object> = (
  input,
  call,
) => {
  const hub = hubOf(call);
  hub.autoEnableControls = input.AutoEnableControls ?? hub.autoEnableControls;
  hub.controlFindingGenerator = input.ControlFindingGenerator ?? hub.controlFindingGenerator;
  return {};
};
