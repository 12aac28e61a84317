import { randomBytes } from 'node:crypto';
import type { InviteMembersRequest, InviteMembersResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { sendInvitation } from './invitations.ts';
import { changeMembers } from './members.ts';

export const InviteMembers: Operation<InviteMembersRequest, InviteMembersResponse> = (input, call) => {
  const now = call.world.clock.now();
  return changeMembers(
    input,
    (member) => {
      sendInvitation(call, member.accountId);
      const invitationId = randomBytes(16).toString('hex');
      return { ...member, status: 'Invited', invitationId, invitedAt: now, updatedAt: now };
    },
    call,
  );
};
