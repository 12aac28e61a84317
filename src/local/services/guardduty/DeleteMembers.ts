import type { DeleteMembersRequest, DeleteMembersResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { changeMembers, untie } from './members.ts';

export const DeleteMembers: Operation<DeleteMembersRequest, DeleteMembersResponse> = (input, call) =>
  changeMembers(
    input,
    (member) => {
      untie(member, call);
      return 'gone';
    },
    call,
  );
