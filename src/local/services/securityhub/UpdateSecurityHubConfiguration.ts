import type { UpdateSecurityHubConfigurationRequest } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf, hubSlotOf } from './hub.ts';

export const UpdateSecurityHubConfiguration: Operation<UpdateSecurityHubConfigurationRequest, object> = (
  input,
  call,
) => {
  const hub = hubOf(call);
  hubSlotOf(call).hub = {
    ...hub,
    autoEnableControls: input.AutoEnableControls ?? hub.autoEnableControls,
    controlFindingGenerator: input.ControlFindingGenerator ?? hub.controlFindingGenerator,
  };
  return {};
};
