import type { GetMembersRequest, GetMembersResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector } from './detector.ts';
import { changeMembers, describedMember } from './members.ts';

export const GetMembers: Operation<GetMembersRequest, GetMembersResponse> = (input, call) => {
  const { members } = findDetector(input.DetectorId, call);
  const found = (input.AccountIds ?? []).flatMap((accountId) => members.get(accountId) ?? []);
  return {
    Members: found.map((member) => describedMember(member, call.accountId, call)),
    ...changeMembers(input, (member) => member, call),
  };
};
