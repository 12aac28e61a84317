import type { AcceptInvitationRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { acceptInvitation } from './invitations.ts';

/** The older name of AcceptAdministratorInvitation. */
export const AcceptInvitation: Operation<AcceptInvitationRequest, object> = (input, call) => {
  acceptInvitation(input, input.MasterId, call);
  return {};
};
