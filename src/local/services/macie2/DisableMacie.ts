import type { DisableMacieRequest } from '@aws-sdk/client-macie2';
import type { Operation } from '../../endpoint/operation.ts';
import { sessionOf, sessionSlotOf } from './session.ts';

/** Takes settings and findings away for good. */
export const DisableMacie: Operation<DisableMacieRequest, object> = (_input, call) => {
  sessionOf(call);
  sessionSlotOf(call).session = undefined;
  return {};
};
