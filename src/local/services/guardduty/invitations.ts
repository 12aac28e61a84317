import type { Call } from '../../endpoint/operation.ts';
import { badRequest, type Detector, detectorSlot, findDetector, type Member } from './detector.ts';

/** An administrator's invitation, seen from the account that is invited. */
export interface Invitation {
  readonly administratorId: string;
  readonly administrator: Detector;
  readonly member: Member;
}

/** The accounts that invited an account. */
const store = { name: 'guardduty.invitations', create: () => new Set<string>() };

/** Lets an account know that the caller's account invited it. */
export const sendInvitation = ({ world, accountId, region }: Call, invitedAccountId: string): unknown =>
  world.store(store, invitedAccountId, region).add(accountId);

/** Everything an account was invited to in the Region of a call. */
export function invitationsOf({ world, accountId, region }: Call): readonly Invitation[] {
  return [...world.store(store, accountId, region)].flatMap((administratorId) => {
    const administrator = detectorSlot(world, administratorId, region).detector;
    const member = administrator?.members.get(accountId);
    return administrator && member?.invitationId ? [{ administratorId, administrator, member }] : [];
  });
}

interface Acceptance {
  readonly DetectorId?: string | undefined;
  readonly InvitationId?: string | undefined;
}

/** @throws ServiceError `BadRequestException` when the administrator sent no such invitation */
export function acceptInvitation(
  { DetectorId, InvitationId }: Acceptance,
  administratorId: string | undefined,
  call: Call,
): void {
  const detector = findDetector(DetectorId, call);
  const invitation = invitationsOf(call).find(
    (sent) => sent.administratorId === administratorId && sent.member.invitationId === InvitationId,
  );
  if (invitation?.member.status !== 'Invited') {
    throw badRequest('The request is rejected because the invitation is not valid for the current account.');
  }
  const { administrator, member } = invitation;
  administrator.members.set(call.accountId, {
    ...member,
    status: 'Enabled',
    updatedAt: call.world.clock.now(),
  });
  detector.administratorId = administratorId;
}
