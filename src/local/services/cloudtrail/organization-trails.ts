import { dispatch } from '../../endpoint/dispatch.ts';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { isDelegatedAdministrator } from '../organizations/membership.ts';
import { type Organization, organizationOf } from '../organizations/store.ts';
import type { OrganizationLink } from './trail.ts';

export const CLOUDTRAIL = 'cloudtrail.amazonaws.com';

/**
 * Whether a trail is one of the whole organization by now. When CloudTrail loses its trusted access, the trail is one of
 * the management account alone, and stays that when trusted access comes back.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-cloudtrail.html
 */
export function isOrganizationTrail(
  world: World,
  {
    accountId,
    organization: link,
  }: { readonly accountId: string; readonly organization?: OrganizationLink | undefined },
): boolean {
  const organization = link && organizationOf(world, accountId);
  return (
    organization?.id === link?.id &&
    organization?.managementAccountId === accountId &&
    organization.serviceAccess.get(CLOUDTRAIL)?.id === link?.accessId
  );
}

/** The account that owns the organization trails an account has copies of; undefined when it can have none. */
export function ownerOfOrganizationTrails(world: World, accountId: string): string | undefined {
  const owner = organizationOf(world, accountId)?.managementAccountId;
  return owner === accountId ? undefined : owner;
}

/**
 * Checks that an account may make or change organization trails.
 * @throws ServiceError `OrganizationsNotInUseException`, `NotOrganizationMasterAccountException`
 */
export function checkManagesTrails({ world, accountId }: Call): Organization {
  const organization = organizationOf(world, accountId);
  if (!organization) {
    throw new ServiceError(
      'OrganizationsNotInUseException',
      `The account ${accountId} is not a member of an organization.`,
    );
  }
  const isAdministrator = isDelegatedAdministrator(organization, accountId, CLOUDTRAIL);
  if (organization.managementAccountId === accountId || isAdministrator) return organization;
  throw notManagementAccount();
}

/** Whether an account administers CloudTrail for the management account. */
export function administersTrails({ world, accountId }: Call): boolean {
  const organization = organizationOf(world, accountId);
  return organization !== undefined && isDelegatedAdministrator(organization, accountId, CLOUDTRAIL);
}

/** @see https://github.com/aws/aws-cdk/pull/21824 (the wording) */
export const notManagementAccount = (): ServiceError =>
  new ServiceError(
    'NotOrganizationMasterAccountException',
    'You cannot configure or manage trails for an organization because this action requires being signed in with the management account.',
  );

/** Whether an account is the management account of its organization. */
export const managesOrganization = (world: World, accountId: string): boolean =>
  organizationOf(world, accountId)?.managementAccountId === accountId;

/** Who owns an organization trail, and under which trusted access it is one. */
interface OrganizationTrailOwner {
  readonly accountId: string;
  readonly link: OrganizationLink;
}

/**
 * Checks what must be so before a trail can become one of the organization, as the caller sees it.
 * @throws ServiceError AWS's exception for the first that is not so
 */
export async function organizationTrailOwner(call: Call): Promise<OrganizationTrailOwner> {
  const { id, featureSet, managementAccountId, serviceAccess } = checkManagesTrails(call);
  if (featureSet !== 'ALL') {
    throw new ServiceError(
      'OrganizationNotInAllFeaturesModeException',
      'All features must be enabled in Organizations to create an organization trail.',
    );
  }
  await askOrganizations(call, 'DescribeOrganization');
  await askOrganizations(call, 'ListAWSServiceAccessForOrganization');
  await askOrganizations(call, 'ListAccounts');
  const access = serviceAccess.get(CLOUDTRAIL);
  if (access) return { accountId: managementAccountId, link: { id, accessId: access.id } };
  throw new ServiceError(
    'CloudTrailAccessNotEnabledException',
    'CloudTrail access is not enabled for the organization.',
  );
}

/**
 * Asks in the caller's name: who may not ask may make no organization trail.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-an-organizational-trail-prepare.html
 */
export async function askOrganizations(call: Call, operation: string, input: object = {}): Promise<void> {
  const caller = { ...call.caller, invokedBy: CLOUDTRAIL };
  try {
    await dispatch({ service: 'organizations', operation, input, call: { ...call, caller } });
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'AccessDeniedException') throw error;
    throw new ServiceError('InsufficientDependencyServiceAccessPermissionException', error.message);
  }
}
