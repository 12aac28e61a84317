import { randomUUID } from 'node:crypto';
import type { EnableSecurityHubV2Request, EnableSecurityHubV2Response } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { hubSlotOf } from './hub.ts';
import { arnIn } from './standards.ts';
import { hubV2SlotOf, keepInV2 } from './v2-findings.ts';

/** Turns the newer Security Hub on, which takes over the control findings there are. To turn it on twice changes nothing. */
export const EnableSecurityHubV2: Operation<EnableSecurityHubV2Request, EnableSecurityHubV2Response> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'Tags');
  const slot = hubV2SlotOf(call);
  if (!slot.hub) {
    const arn = arnIn(call, `hubv2/${randomUUID()}`);
    slot.hub = { arn, subscribedAt: call.world.clock.now(), findings: new Map() };
    for (const finding of hubSlotOf(call).hub?.findings.values() ?? []) keepInV2(finding, call);
  }
  return { HubV2Arn: slot.hub.arn };
};
