import type { Call, CallRequest } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { permissionsOfCall } from './permissions-of-call.ts';
import { type AccessRequest, type Decision, evaluate } from './policy/evaluate.ts';
import { parsePolicy } from './policy/parse-policy.ts';
import { findRole, iamAccount } from './store.ts';

/**
 * Lets roles and users do what their inline policies allow and nothing more; what a resource's own policy would grant
 * beyond that is not counted.
 * @throws ServiceError the service's form of "access denied"
 */
export function authorize(request: CallRequest): void {
  if (isAlwaysAllowed(request)) return;
  const policies = policiesOf(request.call);
  if (!policies) return;
  for (const permission of permissionsOfCall(request)) {
    const decision = decide(policies, permission);
    if (decision !== 'allowed') throw denied(request, permission, decision);
  }
}

/** What binds a caller: nothing binds root, AWS's services, and who is no entity of this IAM (and so can sign no call). */
function policiesOf({ world, caller }: Call): readonly string[] | undefined {
  if (caller.role) return policiesOfRole(world, caller.role.arn);
  const user = iamAccount(world, caller.accountId).users.get(caller.userName ?? '');
  return user?.id === caller.principalId ? [...user.policies.values()] : undefined;
}

const policiesOfRole = (world: World, roleArn: string): readonly string[] => [
  ...(findRole(world, roleArn)?.policies.values() ?? []),
];

/** Whether a role's own policies let it do something, for services that act in its place. */
export function isAllowed(
  world: World,
  roleArn: string,
  action: string,
  resource: string,
  context: ReadonlyMap<string, string> = new Map(),
): boolean {
  return decide(policiesOfRole(world, roleArn), { action, resource, context }) === 'allowed';
}

const decide = (policies: readonly string[], permission: AccessRequest): Decision =>
  evaluate(
    policies.map((text) => parsePolicy(text, 'identity')),
    permission,
  );

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html (no permission needed or deniable) */
const isAlwaysAllowed = ({ service, operation }: CallRequest) =>
  service === 'sts' && operation === 'GetCallerIdentity';

/** Services whose code is not `AccessDeniedException`. */
const codes = new Map([
  ['sns', 'AuthorizationError'],
  ...['sqs', 's3', 'iam', 'sts', 'cloudformation', 'monitoring'].map(
    (name) => [name, 'AccessDenied'] as const,
  ),
]);

/** The RPC protocols in JSON answer 400 to what others answer 403 to. */
const rpcServices = new Set(['cloudtrail', 'events', 'logs', 'dynamodb', 'ssm', 'kms']);

function denied(
  { service, call }: CallRequest,
  { action, resource }: AccessRequest,
  decision: Decision,
): ServiceError {
  const what = `${action}${resource === '*' ? '' : ` on resource: ${resource}`}`;
  const why =
    decision === 'denied'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  const code = codes.get(service) ?? 'AccessDeniedException';
  const message = `User: ${call.caller.arn} is not authorized to perform: ${what} ${why}`;
  return new ServiceError(code, message, rpcServices.has(service) ? 400 : 403);
}
