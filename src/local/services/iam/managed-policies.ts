import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { awsManagedPolicy } from './aws-managed-policies.ts';
import { iamAccount, type ManagedPolicy, noSuchEntity, type PolicyVersion } from './store.ts';

/** A managed policy that an account can attach: one of its own, or one of AWS's. */
export const findPolicy = (world: World, accountId: string, arn: string): ManagedPolicy | undefined =>
  iamAccount(world, accountId).policies.get(arn) ?? awsManagedPolicy(arn);

/** @throws ServiceError NoSuchEntity */
export function policyOf({ world, accountId }: Call, arn = ''): ManagedPolicy {
  const policy = findPolicy(world, accountId, arn);
  if (!policy) throw noSuchEntity(`Policy ${arn} was not found.`);
  return policy;
}

/**
 * A policy of the account's own, which alone can be changed.
 * @throws ServiceError NoSuchEntity; AccessDenied for one of AWS's
 */
export function ownPolicyOf(call: Call, arn = ''): ManagedPolicy {
  const policy = policyOf(call, arn);
  if (iamAccount(call.world, call.accountId).policies.has(arn)) return policy;
  const message = `User: ${call.caller.arn} is not authorized to change the resource: policy ${arn}`;
  throw new ServiceError('AccessDenied', message, 403);
}

/** @throws ServiceError NoSuchEntity */
export function versionOf(policy: ManagedPolicy, id = ''): PolicyVersion {
  const version = policy.versions.get(id);
  if (!version) throw noSuchEntity(`Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
  return version;
}

/** What a managed policy says now; undefined for one that is gone. */
export function documentOf(world: World, accountId: string, arn: string): string | undefined {
  const policy = findPolicy(world, accountId, arn);
  return policy?.versions.get(policy.defaultVersionId)?.document;
}
