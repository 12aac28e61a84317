import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { parsePolicy } from '../iam/policy/parse-policy.ts';
import { constraintViolation, invalidInput, notFound } from './errors.ts';
import type { Organization, OrganizationPolicy, PolicyType } from './store.ts';

/**
 * The smaller of the sizes that AWS's guides and its later announcements name.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const MAX_CONTENT = 5120;
/** How many service control policies a root, unit or account may have, and must have. */
export const MAX_ATTACHED = 5;
export const FULL_ACCESS_ID = 'p-FullAWSAccess';

/** The policy that is attached to everything until somebody narrows it. */
export const fullAccess = (partition: string): OrganizationPolicy => ({
  id: FULL_ACCESS_ID,
  arn: `arn:${partition}:organizations::aws:policy/service_control_policy/${FULL_ACCESS_ID}`,
  type: 'SERVICE_CONTROL_POLICY',
  isAwsManaged: true,
  name: 'FullAWSAccess',
  description: 'Allows access to every operation',
  content: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  }),
});

/** Policies of other types would be kept without effect; that is refused by name. */
export function policyTypeOf(type: string | undefined): PolicyType {
  if (type === 'SERVICE_CONTROL_POLICY') return type;
  throw unsupported(`organization policies of type ${type}`);
}

/** @throws ServiceError `PolicyNotFoundException` */
export function policyOf({ policies }: Organization, id: string | undefined): OrganizationPolicy {
  const policy = policies.get(id ?? '');
  if (policy) return policy;
  throw notFound('Policy', "You specified a policy that doesn't exist.");
}

/** @throws ServiceError `InvalidInputException` for a policy of AWS's own */
export function changeablePolicy(organization: Organization, id: string | undefined): OrganizationPolicy {
  const policy = policyOf(organization, id);
  if (!policy.isAwsManaged) return policy;
  throw invalidInput('You specified a policy that is managed by AWS and cannot be modified.');
}

/** @throws ServiceError `ConstraintViolationException`, `MalformedPolicyDocumentException` */
export function checkContent(content: string): void {
  if (content.length > MAX_CONTENT) throw constraintViolation('You exceeded the maximum policy size.');
  try {
    parsePolicy(content, 'identity');
  } catch (cause) {
    throw cause instanceof ServiceError
      ? new ServiceError('MalformedPolicyDocumentException', 'The provided policy document is not valid.')
      : cause;
  }
}

/** @throws ServiceError `DuplicatePolicyException` */
export function refuseTakenPolicyName({ policies }: Organization, name: string, type: PolicyType): void {
  const isTaken = [...policies.values()].some((policy) => policy.name === name && policy.type === type);
  if (isTaken)
    throw new ServiceError('DuplicatePolicyException', 'A policy with the same name already exists.');
}

export const attachedTo = ({ attachments }: Organization, targetId: string): ReadonlySet<string> =>
  attachments.get(targetId) ?? new Set();

/** Gives a new root, unit or account the policy that every one must have. */
export const attachFullAccess = ({ attachments, policyTypes }: Organization, targetId: string): void => {
  if (policyTypes.has('SERVICE_CONTROL_POLICY')) attachments.set(targetId, new Set([FULL_ACCESS_ID]));
};
