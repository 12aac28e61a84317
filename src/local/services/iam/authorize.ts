import type { Call, CallRequest } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { serviceControlRefusalOfRole } from '../organizations/service-control.ts';
import { accessDenied } from './access-denied.ts';
import { type BoundPolicies, boundPolicies, decide } from './bound-policies.ts';
import { permissionsOfCall } from './permissions-of-call.ts';
import { findRole, iamAccount } from './store.ts';

/**
 * Lets roles and users do what their inline and attached policies allow within their permissions boundary, and nothing
 * more; what a resource's own policy would grant beyond that is not counted.
 * @throws ServiceError the service's form of "access denied"
 */
export function authorize(request: CallRequest): void {
  if (isAlwaysAllowed(request)) return;
  const policies = policiesOf(request.call);
  if (!policies) return;
  for (const permission of permissionsOfCall(request)) {
    const refusal = decide(policies, permission);
    if (refusal)
      throw accessDenied(request.service, request.call.caller, permission, refusal(permission.action));
  }
}

/** What binds a caller: nothing binds root, AWS's services, and who is no entity of this IAM (and so can sign no call). */
function policiesOf({ world, caller }: Call): BoundPolicies | undefined {
  if (caller.role) return policiesOfRole(world, caller.role.arn);
  const user = iamAccount(world, caller.accountId).users.get(caller.userName ?? '');
  return user?.id === caller.principalId ? boundPolicies(world, user) : undefined;
}

/** A role that is gone may do nothing. */
function policiesOfRole(world: World, roleArn: string): BoundPolicies {
  const role = findRole(world, roleArn);
  return role ? boundPolicies(world, role) : { identity: [], boundary: undefined };
}

/** Whether a role's own policies and its organization let it do something, for services that act in its place. */
export const isAllowed = (
  world: World,
  roleArn: string,
  action: string,
  resource: string,
  context: ReadonlyMap<string, string> = new Map(),
): boolean => {
  const permission = { action, resource, context };
  if (serviceControlRefusalOfRole(world, roleArn, permission)) return false;
  return decide(policiesOfRole(world, roleArn), permission) === undefined;
};

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html (no permission needed or deniable) */
const isAlwaysAllowed = ({ service, operation }: CallRequest) =>
  service === 'sts' && operation === 'GetCallerIdentity';
