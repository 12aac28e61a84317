import { mistakesIn } from '../policy/check-deny-options.ts';
import {
  type DeniedTechnique,
  type DenyKind,
  type DenyOptions,
  denyDocument,
} from '../policy/deny-policy.ts';
import { explainDeny } from '../policy/explain-deny.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import { TECHNIQUES } from '../techniques/index.ts';

export interface DenyPolicy {
  readonly document: PolicyDocument;
  /** The document as it is printed, and as its size is counted. */
  readonly text: string;
  readonly explanation: readonly string[];
  readonly characters: number;
  readonly limit: number;
}

/**
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const LIMITS: Readonly<Record<DenyKind, { readonly limit: number; readonly of: string }>> = {
  iam: { limit: 6144, of: 'a managed policy' },
  scp: { limit: 5120, of: 'a service control policy' },
};

/**
 * What `trailkeeper policy iam|scp` prints: the deny that keeps everyone but the exempt roles from stopping, deleting or
 * weakening trails.
 * @throws Error that names every mistake in the options, or says by how much the policy is too large
 */
export function policyDocument(
  kind: DenyKind,
  options: DenyOptions = {},
  techniques: readonly DeniedTechnique[] = TECHNIQUES,
): DenyPolicy {
  const mistakes = mistakesIn(options);
  if (mistakes.length > 0) throw new Error(`The policy cannot be made: ${mistakes.join('; ')}.`);

  const document = denyDocument(options, techniques);
  const text = JSON.stringify(document, null, 2);
  const { limit, of } = LIMITS[kind];
  // IAM does not count white space. Organizations does, unless the console saves the policy.
  const characters = kind === 'iam' ? JSON.stringify(document).length : text.length;
  if (characters > limit) {
    throw new Error(
      `The policy has ${characters} characters, ${characters - limit} more than ${of} may have (${limit}). ` +
        'Name fewer trails or break-glass roles, or leave the trails out to cover all of them.',
    );
  }
  return { document, text, explanation: explainDeny(kind, options, techniques), characters, limit };
}
