import type { Call } from '../../endpoint/operation.ts';
import { type Organization, organizationOf } from '../organizations/store.ts';
import { badRequest } from './detector.ts';

/** @throws ServiceError `BadRequestException` for any account but the management account of an organization */
export function managedOrganization({ world, accountId }: Call): Organization {
  const organization = organizationOf(world, accountId);
  if (organization?.managementAccountId === accountId) return organization;
  throw badRequest('The request is rejected because the current account is not the management account.');
}
