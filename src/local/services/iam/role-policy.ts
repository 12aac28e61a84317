import { noSuchEntity, type Role } from './store.ts';

/**
 * An inline policy of a role, as JSON.
 * @throws ServiceError NoSuchEntity
 */
export function rolePolicy(role: Role, policyName: string): string {
  const policy = role.policies.get(policyName);
  if (policy === undefined) throw noSuchEntity(`The role policy with name ${policyName} cannot be found.`);
  return policy;
}
