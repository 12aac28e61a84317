import type { Call } from '../../endpoint/operation.ts';
import { organizationOf } from '../organizations/store.ts';
import { badRequest, detectorSlot, findDetector } from './detector.ts';

/**
 * Ends a member's ties with its administrator, from the member's side. Who is a member by the organization cannot.
 * @throws ServiceError `BadRequestException`
 */
export function resign(detectorId: string | undefined, call: Call): void {
  const { world, accountId, region } = call;
  const detector = findDetector(detectorId, call);
  const administrator = detectorSlot(world, detector.administratorId ?? '', region).detector;
  const member = administrator?.members.get(accountId);
  if (!administrator || !member) {
    throw badRequest(
      'The request is rejected because the current account is not associated to any administrator.',
    );
  }
  if (!member.invitationId && organizationOf(world, accountId)) {
    throw badRequest(
      'The request is rejected because member accounts of an organization cannot disassociate.',
    );
  }
  detector.administratorId = undefined;
  administrator.members.set(accountId, { ...member, status: 'Resigned', updatedAt: world.clock.now() });
}
