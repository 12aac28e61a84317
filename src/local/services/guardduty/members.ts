import type { Member as DescribedMember, UnprocessedAccount } from '@aws-sdk/client-guardduty';
import type { Call } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { type Detector, detectorSlot, findDetector, type Member } from './detector.ts';

interface AboutMembers {
  readonly DetectorId?: string | undefined;
  readonly AccountIds?: readonly string[] | undefined;
}

/** What becomes of a member; undefined for one that the change is not possible for. */
type Change = (member: Member) => Member | 'gone' | undefined;

/** Changes members one by one and answers with those that could not be changed. */
export function changeMembers(
  { DetectorId, AccountIds = [] }: AboutMembers,
  change: Change,
  call: Call,
): { UnprocessedAccounts: UnprocessedAccount[] } {
  const { members } = findDetector(DetectorId, call);
  const unprocessed = AccountIds.filter((accountId) => !changeMember(members, accountId, change));
  return {
    UnprocessedAccounts: unprocessed.map((AccountId) => ({
      AccountId,
      Result:
        'The request is rejected because the current account is not associated to the given account ID.',
    })),
  };
}

function changeMember(members: Map<string, Member>, accountId: string, change: Change): boolean {
  const member = members.get(accountId);
  const changed = member && change(member);
  if (changed === 'gone') members.delete(accountId);
  else if (changed) members.set(accountId, changed);
  return changed !== undefined;
}

/** The detector of a member in the Region of a call, if it has one. */
export const memberDetector = ({ accountId }: Member, { world, region }: Call): Detector | undefined =>
  detectorSlot(world, accountId, region).detector;

/** Ends the ties of a member with its administrator, on the member's side. */
export function untie(member: Member, call: Call): void {
  const detector = memberDetector(member, call);
  if (detector?.administratorId === call.accountId) detector.administratorId = undefined;
}

export const describedMember = (
  member: Member,
  administratorId: string,
  { world, region }: { readonly world: World; readonly region: string },
): DescribedMember => {
  const detectorId = detectorSlot(world, member.accountId, region).detector?.id;
  return {
    AccountId: member.accountId,
    ...(detectorId && { DetectorId: detectorId }),
    MasterId: administratorId,
    AdministratorId: administratorId,
    Email: member.email,
    RelationshipStatus: member.status,
    ...(member.invitedAt !== undefined && { InvitedAt: new Date(member.invitedAt).toISOString() }),
    UpdatedAt: new Date(member.updatedAt).toISOString(),
  };
};
