import type { ListMembersRequest, ListMembersResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { findDetector, type Member } from './detector.ts';
import { listPage } from './list-page.ts';
import { describedMember } from './members.ts';

export const ListMembers: Operation<ListMembersRequest, ListMembersResponse> = (input, call) => {
  const isAsked = ({ status }: Member) =>
    `${input.OnlyAssociated ?? true}`.toLowerCase() === 'false' || ['Enabled', 'Disabled'].includes(status);
  const members = [...findDetector(input.DetectorId, call).members.values()].filter(isAsked);
  const { items, nextToken } = listPage(members, input);
  return {
    Members: items.map((member) => describedMember(member, call.accountId, call)),
    NextToken: nextToken,
  };
};
