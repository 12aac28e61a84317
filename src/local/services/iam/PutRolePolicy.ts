import type { PutRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { checkName } from './entity-rules.ts';
import { parsePolicy } from './policy/parse-policy.ts';
import { type Role, roleOf } from './store.ts';

export const PutRolePolicy: Operation<PutRolePolicyRequest, void> = (
  { RoleName = '', PolicyName = '', PolicyDocument = '' },
  { world, accountId },
) => {
  checkName('policyName', PolicyName, 128);
  const role = roleOf(world, accountId, RoleName);
  parsePolicy(PolicyDocument, 'identity');
  checkSize(role, PolicyName, PolicyDocument);
  role.policies.set(PolicyName, PolicyDocument);
};

const MAX_CHARACTERS = 10_240;

/**
 * All inline policies of a role together, white space not counted.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
function checkSize(role: Role, policyName: string, document: string): void {
  const others = [...role.policies].filter(([name]) => name !== policyName).map(([, text]) => text);
  const characters = [...others, document].join('').replace(/\s/g, '').length;
  if (characters <= MAX_CHARACTERS) return;
  const message = `Maximum policy size of ${MAX_CHARACTERS} bytes exceeded for role ${role.name}`;
  throw new ServiceError('LimitExceededException', message, 409);
}
