import type { DisassociateFromMasterAccountRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { resign } from './resign.ts';

/** The older name of DisassociateFromAdministratorAccount. */
export const DisassociateFromMasterAccount: Operation<DisassociateFromMasterAccountRequest, object> = (
  input,
  call,
) => {
  resign(input.DetectorId, call);
  return {};
};
