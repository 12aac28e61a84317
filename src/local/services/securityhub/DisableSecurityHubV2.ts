import type { Operation } from '../../endpoint/operation.ts';
import { hubV2SlotOf } from './v2-findings.ts';

/** Its findings are gone with it. */
export const DisableSecurityHubV2: Operation<object, object> = (_input, call) => {
  hubV2SlotOf(call).hub = undefined;
  return {};
};
