import { asJsonObject } from '../json.ts';
import type { RoleSettings } from '../parts.ts';
import { textOf, textOrNull } from './fields.ts';
import { canonicalPolicy } from './policy.ts';

/**
 * A role put together from what IAM answers piece by piece.
 * @throws Error when one of its policies is none
 */
export function canonicalRole(role: unknown): RoleSettings {
  const { Arn, AssumeRolePolicyDocument, InlinePolicies, AttachedPolicies, PermissionsBoundary } =
    asJsonObject(role);
  return {
    Arn: textOf(Arn),
    AssumeRolePolicyDocument: canonicalPolicy(AssumeRolePolicyDocument),
    InlinePolicies: byName(InlinePolicies, canonicalPolicy),
    AttachedPolicies: byName(AttachedPolicies, (attached) => {
      const { VersionId, Document } = asJsonObject(attached);
      return { VersionId: textOf(VersionId), Document: canonicalPolicy(Document) };
    }),
    PermissionsBoundary: textOrNull(PermissionsBoundary),
  };
}

const byName = <T>(policies: unknown, read: (policy: unknown) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(
    Object.entries(asJsonObject(policies))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, policy]) => [name, read(policy)]),
  );
