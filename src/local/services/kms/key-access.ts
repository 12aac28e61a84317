import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { contextOf, principalOf } from '../s3/requester.ts';
import { decide, type PolicyDecision } from '../s3/resource-policy.ts';
import type { Key } from './key.ts';

/**
 * Lets a caller work on a key only if the key's policy does, by naming him or by leaving it to his account, or a grant.
 * A key's policy binds root too. What the caller's own policies say was asked before.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 * @param action such as `kms:DisableKey`
 * @throws ServiceError `AccessDeniedException`
 */
export function authorizeOnKey(key: Key, action: string, call: Call): void {
  const decision = decisionOnKey(key, action, call);
  if (decision === 'allowed') return;
  const why =
    decision === 'denied'
      ? 'with an explicit deny in a resource-based policy'
      : `because no resource-based policy allows the ${action} action`;
  throw new ServiceError(
    'AccessDeniedException',
    `User: ${call.caller.arn} is not authorized to perform: ${action} on resource: ${key.arn} ${why}`,
  );
}

export function decisionOnKey(key: Key, action: string, call: Call): PolicyDecision {
  const decision = decide(key.policy, {
    principal: principalOf(call.caller),
    action,
    resource: key.arn,
    context: new Map([...contextOf(call), ['kms:CallerAccount', call.caller.accountId]]),
  });
  return decision === 'not-allowed' && isGranted(key, action, call) ? 'allowed' : decision;
}

const isGranted = ({ grants }: Key, action: string, { caller }: Call): boolean =>
  [...grants.values()].some(
    ({ granteePrincipal, operations }) =>
      (granteePrincipal === caller.arn || granteePrincipal === caller.role?.arn) &&
      operations.some((operation) => action === `kms:${operation}`),
  );
