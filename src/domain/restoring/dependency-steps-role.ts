import { parseArn } from '../arn.ts';
import type { Baseline } from '../baseline/baseline.ts';
import type { Drift } from '../drift.ts';
import { asJsonObject, type JsonObject } from '../json.ts';
import type { RoleSettings } from '../parts.ts';
import type { Step } from '../step.ts';
import { exactly, hasPath, type Repair, stepsOf, under } from './dependency-steps-repair.ts';

/**
 * What puts the role back with which CloudTrail writes to the log group. All of it is an operator's: no guard changes roles. IAM
 * is the same from every Region.
 */
export function roleSteps(
  drifts: readonly Drift[],
  { parts: { role }, trail }: Baseline,
  trailArn: string,
): readonly Step[] {
  if (!role) return [];
  const { name: RoleName, path: Path } = nameOf(role.Arn);
  const isGone = hasPath(drifts, 'role');
  const repairs: readonly Repair[] = [
    { call: 'CreateRole', undoes: exactly('role'), input: { Path, ...creationInput(role) } },
    ...(isGone ? [] : [trust(role), boundary(role)]),
    ...policies(role, drifts),
  ];
  // A policy's version is the policy's, whoever has it.
  const ofRole = (repair: Repair): Repair =>
    repair.call === 'SetDefaultPolicyVersion' ? repair : { ...repair, input: { RoleName, ...repair.input } };
  return stepsOf(repairs.map(ofRole), drifts, { region: trail.homeRegion, trailArn });
}

/** `role/service-role/trail` is the role `trail` in the path `/service-role/`. */
function nameOf(arn: string): { readonly name: string; readonly path: string } {
  const parts = (parseArn(arn)?.resource ?? '').split('/').slice(1);
  const name = parts.pop() ?? '';
  return { name, path: ['', ...parts, ''].join('/') };
}

const creationInput = ({ AssumeRolePolicyDocument, PermissionsBoundary }: RoleSettings): JsonObject => ({
  AssumeRolePolicyDocument: JSON.stringify(AssumeRolePolicyDocument),
  ...(PermissionsBoundary !== null && { PermissionsBoundary }),
});

const trust = ({ AssumeRolePolicyDocument }: RoleSettings): Repair => ({
  call: 'UpdateAssumeRolePolicy',
  undoes: under('role.AssumeRolePolicyDocument', 'role'),
  input: { PolicyDocument: JSON.stringify(AssumeRolePolicyDocument) },
});

const boundary = ({ PermissionsBoundary }: RoleSettings): Repair => {
  const undoes = exactly('role.PermissionsBoundary');
  return PermissionsBoundary === null
    ? { call: 'DeleteRolePermissionsBoundary', undoes, input: {} }
    : { call: 'PutRolePermissionsBoundary', undoes, input: { PermissionsBoundary } };
};

/** What the role had comes back, and what it has got besides, which may deny, goes. */
function policies(
  { InlinePolicies, AttachedPolicies }: RoleSettings,
  drifts: readonly Drift[],
): readonly Repair[] {
  const undoes = exactly('role.Policies', 'role');
  const found = asJsonObject(drifts.find(({ path }) => path === 'role.Policies')?.actual);
  const [inline, attached] = [asJsonObject(found.InlinePolicies), asJsonObject(found.AttachedPolicies)];
  const changed = Object.entries(InlinePolicies).filter(([name, wanted]) => !isSame(wanted, inline[name]));
  return [
    ...changed.map(([PolicyName, document]): Repair => {
      const input = { PolicyName, PolicyDocument: JSON.stringify(document) };
      return { call: 'PutRolePolicy', undoes, input };
    }),
    ...Object.entries(AttachedPolicies).flatMap(([arn, wanted]) =>
      attach(arn, wanted, attached[arn], undoes),
    ),
    ...namesBeside(inline, InlinePolicies).map(
      (PolicyName): Repair => ({ call: 'DeleteRolePolicy', undoes, input: { PolicyName } }),
    ),
    ...namesBeside(attached, AttachedPolicies).map(
      (PolicyArn): Repair => ({ call: 'DetachRolePolicy', undoes, input: { PolicyArn } }),
    ),
  ];
}

function attach(
  PolicyArn: string,
  { VersionId, Document }: RoleSettings['AttachedPolicies'][string],
  found: unknown,
  undoes: Repair['undoes'],
): readonly Repair[] {
  if (found === undefined) return [{ call: 'AttachRolePolicy', undoes, input: { PolicyArn } }];
  if (isSame(Document, asJsonObject(found).Document)) return [];
  return [{ call: 'SetDefaultPolicyVersion', undoes, input: { PolicyArn, VersionId } }];
}

const isSame = (wanted: unknown, found: unknown): boolean => JSON.stringify(wanted) === JSON.stringify(found);

const namesBeside = (found: JsonObject, wanted: object): readonly string[] =>
  Object.keys(found).filter((name) => !Object.hasOwn(wanted, name));
