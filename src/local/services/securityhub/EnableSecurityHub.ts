import type { EnableSecurityHubRequest } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { checkPeriodically, FIRST_CHECK_AFTER_MS } from './check-controls.ts';
import { hubSlotOf } from './hub.ts';
import { DEFAULT_STANDARDS } from './standards.ts';

/** Turns findings on, and the default standards unless they are declined. */
export const EnableSecurityHub: Operation<EnableSecurityHubRequest, object> = (input, call) => {
  refuseUnsupported(input, 'Tags');
  const slot = hubSlotOf(call);
  if (slot.hub) {
    throw new ServiceError('ResourceConflictException', 'Account is already subscribed to Security Hub', 409);
  }
  const standards = (input.EnableDefaultStandards ?? true) ? DEFAULT_STANDARDS : [];
  slot.hub = {
    subscribedAt: call.world.clock.now(),
    autoEnableControls: true,
    controlFindingGenerator: input.ControlFindingGenerator ?? 'SECURITY_CONTROL',
    findings: new Map(),
    subscriptions: new Map(standards.map((id) => [id, { standardId: id, controls: new Map() }])),
    automationRules: new Map(),
    insights: new Map(),
    disabledProducts: new Set(),
  };
  checkPeriodically(slot.hub, call, FIRST_CHECK_AFTER_MS);
  return {};
};
