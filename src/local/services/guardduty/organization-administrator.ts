import type { World } from '../../endpoint/world.ts';
import { organizationOf } from '../organizations/store.ts';

const store = {
  name: 'guardduty.organization-administrator',
  create: (): { accountId?: string | undefined } => ({}),
};

/** Where the administrator that an organization has in a Region is kept: with its management account. */
export const administratorSlot = (
  world: World,
  managementAccountId: string,
  region: string,
): { accountId?: string | undefined } => world.store(store, managementAccountId, region);

/** The account that administers GuardDuty for the organization an account is in. */
export function organizationAdministrator(
  world: World,
  accountId: string,
  region: string,
): string | undefined {
  const organization = organizationOf(world, accountId);
  return organization && administratorSlot(world, organization.managementAccountId, region).accountId;
}
