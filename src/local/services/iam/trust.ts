import type { World } from '../../endpoint/world.ts';
import { trusts } from './policy/evaluate-trust.ts';
import { parsePolicy } from './policy/parse-policy.ts';
import { findRole } from './store.ts';

/** On whose behalf a service wants to become a role, for trust policies that ask. */
export interface ServiceSource {
  readonly sourceArn?: string;
  readonly sourceAccount?: string;
}

/** Whether a role exists and lets a service (`lambda.amazonaws.com`) assume it. */
export function roleTrustsService(
  world: World,
  roleArn: string,
  service: string,
  { sourceArn, sourceAccount }: ServiceSource = {},
): boolean {
  const role = findRole(world, roleArn);
  const context = new Map<string, string>();
  if (sourceArn) context.set('aws:sourcearn', sourceArn);
  if (sourceAccount) context.set('aws:sourceaccount', sourceAccount);
  return role !== undefined && trusts(parsePolicy(role.trustPolicy, 'trust'), { service }, context);
}
