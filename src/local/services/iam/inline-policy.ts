import { ServiceError } from '../../endpoint/service-error.ts';
import { checkName } from './entity-rules.ts';
import { parsePolicy } from './policy/parse-policy.ts';
import { noSuchEntity } from './store.ts';

/** A role or a user, as far as its inline policies go. */
interface PolicyHolder {
  readonly kind: 'role' | 'user';
  readonly name: string;
  readonly policies: ReadonlyMap<string, string>;
}

/**
 * All inline policies of a role or a user together, white space not counted.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MAX_CHARACTERS = { role: 10_240, user: 2048 } as const;

/** @throws ServiceError when a holder may not have such an inline policy */
export function checkInlinePolicy(holder: PolicyHolder, policyName: string, document: string): void {
  checkName('policyName', policyName, 128);
  parsePolicy(document, 'identity');
  const others = [...holder.policies].filter(([name]) => name !== policyName).map(([, text]) => text);
  const characters = [...others, document].join('').replace(/\s/g, '').length;
  const limit = MAX_CHARACTERS[holder.kind];
  if (characters <= limit) return;
  const message = `Maximum policy size of ${limit} bytes exceeded for ${holder.kind} ${holder.name}`;
  throw new ServiceError('LimitExceededException', message, 409);
}

/**
 * An inline policy as JSON.
 * @throws ServiceError NoSuchEntity
 */
export function inlinePolicy({ kind, policies }: PolicyHolder, policyName: string): string {
  const policy = policies.get(policyName);
  if (policy === undefined) throw noSuchEntity(`The ${kind} policy with name ${policyName} cannot be found.`);
  return policy;
}
