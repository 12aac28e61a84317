import type { DisassociateFromAdministratorAccountRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { resign } from './resign.ts';

export const DisassociateFromAdministratorAccount: Operation<
  DisassociateFromAdministratorAccountRequest,
  object
> = (input, call) => {
  resign(input.DetectorId, call);
  return {};
};
