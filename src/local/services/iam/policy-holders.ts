import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { findPolicy } from './managed-policies.ts';
import { iamAccount, noSuchEntity, type Role, type User } from './store.ts';

/** A user or a role, as far as managed policies go. */
export type PolicyHolder = Pick<User | Role, 'name' | 'arn' | 'attachedPolicies' | 'permissionsBoundary'>;

/** How an entity uses a managed policy, in IAM's words. */
export type PolicyUsage = 'PermissionsPolicy' | 'PermissionsBoundary';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MAX_ATTACHED = 10;

/** @throws ServiceError NoSuchEntity, LimitExceeded */
export function attachPolicy(world: World, holder: PolicyHolder, policyArn = ''): void {
  requireAttachable(world, holder, policyArn);
  const { attachedPolicies: attached } = holder;
  if (attached.has(policyArn)) return;
  if (attached.size >= MAX_ATTACHED) {
    const quota = holder.arn.includes(':user/') ? 'PoliciesPerUser' : 'PoliciesPerRole';
    throw new ServiceError(
      'LimitExceededException',
      `Cannot exceed quota for ${quota}: ${MAX_ATTACHED}`,
      409,
    );
  }
  attached.add(policyArn);
}

/** @throws ServiceError NoSuchEntity when it is not attached */
export function detachPolicy({ attachedPolicies }: PolicyHolder, policyArn = ''): void {
  if (!attachedPolicies.delete(policyArn)) throw noSuchEntity(`Policy ${policyArn} was not found.`);
}

/** @throws ServiceError NoSuchEntity */
export function putBoundary(world: World, holder: PolicyHolder, policyArn = ''): void {
  requireAttachable(world, holder, policyArn);
  holder.permissionsBoundary = policyArn;
}

/** @throws ServiceError NoSuchEntity when there is none */
export function deleteBoundary(holder: PolicyHolder): void {
  const kind = holder.arn.includes(':user/') ? 'user' : 'role';
  if (!holder.permissionsBoundary) {
    throw noSuchEntity(`The ${kind} with name ${holder.name} does not have a permissions boundary.`);
  }
  holder.permissionsBoundary = undefined;
}

/** @throws ServiceError NoSuchEntity */
export function requireAttachable(world: World, holder: Pick<PolicyHolder, 'arn'>, policyArn: string): void {
  const [, partition, , , accountId = ''] = holder.arn.split(':');
  const isOfPartition = policyArn.split(':')[1] === partition;
  if (isOfPartition && findPolicy(world, accountId, policyArn)) return;
  throw noSuchEntity(`Policy ${policyArn} does not exist or is not attachable.`);
}

export const usesPolicy = (holder: PolicyHolder, policyArn: string, usage: PolicyUsage): boolean =>
  usage === 'PermissionsBoundary'
    ? holder.permissionsBoundary === policyArn
    : holder.attachedPolicies.has(policyArn);

/** How many entities of an account use a policy in that way. */
export function countUses(world: World, accountId: string, policyArn: string, usage: PolicyUsage): number {
  const { users, roles } = iamAccount(world, accountId);
  return [...users.values(), ...roles.values()].filter((holder) => usesPolicy(holder, policyArn, usage))
    .length;
}

/** The attached policies as lists show them. */
export const attachedList = ({ attachedPolicies }: PolicyHolder, pathPrefix = '/') =>
  [...attachedPolicies]
    .map((PolicyArn) => ({ PolicyArn, PolicyName: PolicyArn.split('/').at(-1) ?? '' }))
    .filter(({ PolicyArn }) => pathOf(PolicyArn).startsWith(pathPrefix));

/** `arn:aws:iam::111122223333:policy/path/name` */
const pathOf = (policyArn: string) => policyArn.replace(/^[^/]*/, '').replace(/[^/]*$/, '');
