import type { Drift } from '../drift.ts';
import type { PartValues, PolicyDocument } from '../parts.ts';
import type { ComparedTrail } from './compared-trail.ts';
import { cloudTrailContext } from './policy/cloudtrail-context.ts';
import { comparePolicies } from './policy/compare-policy.ts';
import { CLOUDTRAIL } from './policy/policy-observation.ts';
import { compareRolePolicies } from './role-policies.ts';

type Role = PartValues['role'];

/** Whether CloudTrail can still take the role with which it writes to the log group, and do so. */
export function compareRole(expected: Role, actual: Role, trail: ComparedTrail): readonly Drift[] {
  if (!expected) return [];
  if (!actual)
    return [
      {
        path: 'role',
        expected: expected.Arn,
        actual,
        class: 'weaker',
        evidence: 'there is no such role any more',
      },
    ];
  return [
    ...compareTrust(expected.AssumeRolePolicyDocument, actual.AssumeRolePolicyDocument, trail),
    ...compareRolePolicies(expected, actual, trail),
    ...compareBoundaries(expected.PermissionsBoundary, actual.PermissionsBoundary),
  ];
}

const TRUST = 'role.AssumeRolePolicyDocument';
const OTHERS = `${TRUST}.others`;

/** Who may take the role: CloudTrail, and nobody new. That others no longer may is no matter of logs. */
const compareTrust = (
  expected: PolicyDocument,
  actual: PolicyDocument,
  trail: ComparedTrail,
): readonly Drift[] =>
  comparePolicies(expected, actual, {
    requests: [
      { principal: CLOUDTRAIL, action: 'sts:AssumeRole', resource: '*', context: cloudTrailContext(trail) },
    ],
    paths: {
      delivery: `${TRUST}.delivery`,
      access: `${TRUST}.access`,
      readers: OTHERS,
      protection: `${TRUST}.protection`,
    },
  }).map((drift) => (drift.path === OTHERS ? { ...drift, class: 'different' } : drift));

/** What a boundary lets through is not read: a new one may stop everything. Without one the role may at most do more. */
function compareBoundaries(expected: string | null, actual: string | null): readonly Drift[] {
  if (expected === actual) return [];
  const evidence = 'the boundary may keep CloudTrail from writing to the log group';
  return [
    {
      path: 'role.PermissionsBoundary',
      expected,
      actual,
      class: actual ? 'weaker' : 'different',
      ...(actual && { evidence }),
    },
  ];
}
