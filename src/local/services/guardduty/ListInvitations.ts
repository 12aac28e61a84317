import type { ListInvitationsRequest, ListInvitationsResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { invitationsOf } from './invitations.ts';
import { listPage } from './list-page.ts';

export const ListInvitations: Operation<ListInvitationsRequest, ListInvitationsResponse> = (input, call) => {
  const { items, nextToken } = listPage(invitationsOf(call), input);
  return {
    Invitations: items.map(({ administratorId, member }) => ({
      AccountId: administratorId,
      InvitationId: member.invitationId,
      RelationshipStatus: member.status,
      InvitedAt: new Date(member.invitedAt ?? 0).toISOString(),
    })),
    NextToken: nextToken,
  };
};
