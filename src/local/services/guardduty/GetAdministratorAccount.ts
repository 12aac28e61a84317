import type {
  GetAdministratorAccountRequest,
  GetAdministratorAccountResponse,
} from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { detectorSlot, findDetector } from './detector.ts';

/** Who has no administrator gets an answer without one. */
export const GetAdministratorAccount: Operation<
  GetAdministratorAccountRequest,
  Partial<GetAdministratorAccountResponse>
> = (input, call) => {
  const { administratorId } = findDetector(input.DetectorId, call);
  if (administratorId === undefined) return {};
  const { detector } = detectorSlot(call.world, administratorId, call.region);
  const member = detector?.members.get(call.accountId);
  return {
    Administrator: {
      AccountId: administratorId,
      InvitationId: member?.invitationId,
      RelationshipStatus: member?.status,
    },
  };
};
