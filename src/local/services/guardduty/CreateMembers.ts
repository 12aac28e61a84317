import type { CreateMembersRequest, CreateMembersResponse } from '@aws-sdk/client-guardduty';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { organizationOf } from '../organizations/store.ts';
import { findDetector, type Member } from './detector.ts';
import { memberDetector } from './members.ts';
import { organizationAdministrator } from './organization-administrator.ts';

/** Accounts of the organization are members at once for its administrator; others must be invited. */
export const CreateMembers: Operation<CreateMembersRequest, CreateMembersResponse> = (input, call) => {
  const { members } = findDetector(input.DetectorId, call);
  for (const { AccountId: accountId = '', Email: email = '' } of input.AccountDetails ?? []) {
    const now = call.world.clock.now();
    const member: Member = {
      accountId,
      email,
      invitationId: undefined,
      invitedAt: undefined,
      updatedAt: now,
      status: 'Created',
    };
    members.set(accountId, tieWithinOrganization(member, call));
  }
  return { UnprocessedAccounts: [] };
};

function tieWithinOrganization(member: Member, call: Call): Member {
  const { world, accountId, region } = call;
  const organization = organizationOf(world, accountId);
  const detector = memberDetector(member, call);
  const isAdministrator = organizationAdministrator(world, accountId, region) === accountId;
  if (!detector || !isAdministrator || !organization?.accounts.has(member.accountId)) return member;
  detector.administratorId = accountId;
  return { ...member, status: 'Enabled' };
}
