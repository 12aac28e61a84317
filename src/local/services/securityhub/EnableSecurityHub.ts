import type { EnableSecurityHubRequest } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { hubSlotOf } from './hub.ts';

/** Turns findings on; no standard is ever checked here. */
export const EnableSecurityHub: Operation<EnableSecurityHubRequest, object> = (input, call) => {
  refuseUnsupported(input, 'Tags');
  const slot = hubSlotOf(call);
  if (slot.hub) {
    throw new ServiceError('ResourceConflictException', 'Account is already subscribed to Security Hub', 409);
  }
  slot.hub = {
    subscribedAt: call.world.clock.now(),
    autoEnableControls: true,
    controlFindingGenerator: input.ControlFindingGenerator ?? 'SECURITY_CONTROL',
    findings: new Map(),
  };
  return {};
};
