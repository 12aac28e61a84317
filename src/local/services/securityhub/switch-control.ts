import type { ControlStatus } from '@aws-sdk/client-securityhub';
import type { Call } from '../../endpoint/operation.ts';
import { checkSoon } from './check-controls.ts';
import { type Hub, invalidInput } from './hub.ts';
import type { Standard } from './standards.ts';
import { subscriptionTo } from './subscriptions.ts';

interface Switch {
  readonly status: ControlStatus;
  readonly reason?: string | undefined;
}

/**
 * Switches a control of one standard. One that is switched on is checked at once.
 * @throws ServiceError `InvalidInputException` for a control that is switched off without a reason
 */
export function switchControl(
  standard: Standard,
  ownId: string,
  { status, reason }: Switch,
  { hub, call }: { readonly hub: Hub; readonly call: Call },
): void {
  if (status === 'DISABLED' && !reason) throw invalidInput('A control is disabled for a reason.');
  const { controls } = subscriptionTo(standard, hub);
  const isDisabled = status === 'DISABLED';
  controls.set(ownId, {
    status,
    reason: isDisabled ? reason : undefined,
    updatedAt: call.world.clock.now(),
  });
  if (!isDisabled) checkSoon(hub, call);
}
