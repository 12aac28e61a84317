import type { DisableSecurityHubRequest } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf, hubSlotOf } from './hub.ts';

export const DisableSecurityHub: Operation<DisableSecurityHubRequest, object> = (_input, call) => {
  hubOf(call);
  hubSlotOf(call).hub = undefined;
  return {};
};
