import type { World } from '../../endpoint/world.ts';
import { documentOf } from './managed-policies.ts';
import { type AccessRequest, type Decision, evaluate } from './policy/evaluate.ts';
import { parsePolicy } from './policy/parse-policy.ts';
import type { Role, User } from './store.ts';

/** Every policy that decides what a user or a role may do, as JSON. */
export interface BoundPolicies {
  /** Inline and attached. */
  readonly identity: readonly string[];
  readonly boundary: string | undefined;
}

/** The policies that bind a user or a role, as they are now. */
export function boundPolicies(
  world: World,
  { arn, policies, attachedPolicies, permissionsBoundary }: User | Role,
): BoundPolicies {
  const document = (policyArn: string) => documentOf(world, arn.split(':')[4] ?? '', policyArn);
  return {
    identity: [...policies.values(), ...[...attachedPolicies].flatMap((one) => document(one) ?? [])],
    boundary: permissionsBoundary && document(permissionsBoundary),
  };
}

/** Why something is not allowed, in the words of IAM's error messages. */
type Refusal = (action: string) => string;

/**
 * Asks all policies that bind somebody. A boundary allows nothing by itself, and nothing beyond it is allowed.
 * @returns undefined when it is allowed
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html (the messages)
 */
export function decide({ identity, boundary }: BoundPolicies, request: AccessRequest): Refusal | undefined {
  const own = decisionOf(identity, request);
  const within = boundary === undefined ? 'allowed' : decisionOf([boundary], request);
  if (own === 'denied') return () => 'with an explicit deny in an identity-based policy';
  if (within === 'denied') return () => 'with an explicit deny in a permissions boundary';
  if (own !== 'allowed') return (action) => `because no identity-based policy allows the ${action} action`;
  if (within !== 'allowed') return (action) => `because no permissions boundary allows the ${action} action`;
  return undefined;
}

const decisionOf = (policies: readonly string[], request: AccessRequest): Decision =>
  evaluate(
    policies.map((text) => parsePolicy(text, 'identity')),
    request,
  );
