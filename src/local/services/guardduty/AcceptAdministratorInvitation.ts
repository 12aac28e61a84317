import type { AcceptAdministratorInvitationRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { acceptInvitation } from './invitations.ts';

export const AcceptAdministratorInvitation: Operation<AcceptAdministratorInvitationRequest, object> = (
  input,
  call,
) => {
  acceptInvitation(input, input.AdministratorId, call);
  return {};
};
