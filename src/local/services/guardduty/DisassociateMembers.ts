import type { DisassociateMembersRequest, DisassociateMembersResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { changeMembers, untie } from './members.ts';

/** Members stay in the list, removed, and see to themselves. */
export const DisassociateMembers: Operation<DisassociateMembersRequest, DisassociateMembersResponse> = (
  input,
  call,
) =>
  changeMembers(
    input,
    (member) => {
      untie(member, call);
      return { ...member, status: 'Removed', updatedAt: call.world.clock.now() };
    },
    call,
  );
