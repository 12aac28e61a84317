import type { Call } from '../../endpoint/operation.ts';
import { badRequest, type Detector, findDetector } from './detector.ts';
import { organizationAdministrator } from './organization-administrator.ts';

/**
 * The detector of the account that administers GuardDuty for its organization.
 * @throws ServiceError `BadRequestException` for any other account
 */
export function organizationDetector(detectorId: string | undefined, call: Call): Detector {
  const detector = findDetector(detectorId, call);
  if (organizationAdministrator(call.world, call.accountId, call.region) === call.accountId) return detector;
  throw badRequest('The request is rejected because the current account is not the delegated administrator.');
}
