import type { Call } from '../../endpoint/operation.ts';
import { resourceNotFound } from './hub.ts';
import { hubV2SlotOf } from './v2-findings.ts';

/** @throws ServiceError `ResourceNotFoundException` while the newer Security Hub is not enabled */
export function hubV2Of(call: Call) {
  const { hub } = hubV2SlotOf(call);
  if (hub) return hub;
  throw resourceNotFound(`Security Hub is not enabled in the account ${call.accountId}.`);
}
