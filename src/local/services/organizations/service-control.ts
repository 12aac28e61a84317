import type { Call, CallRequest } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { accessDenied } from '../iam/access-denied.ts';
import { permissionsOfCall } from '../iam/permissions-of-call.ts';
import { type AccessRequest, evaluate } from '../iam/policy/evaluate.ts';
import { parsePolicy } from '../iam/policy/parse-policy.ts';
import { attachedTo } from './policies.ts';
import { type Organization, type OrganizationPolicy, organizationOf } from './store.ts';
import { pathTo } from './targets.ts';

/**
 * Refuses what a service control policy does not leave to the caller's account. It binds everybody in a member account,
 * root too, but nobody in the management account, no AWS service and no service-linked role.
 * @throws ServiceError the service's form of "access denied"
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function guardServiceControl(request: CallRequest): void {
  const { call, service, operation } = request;
  if (isUnbound(call) || (service === 'sts' && operation === 'GetCallerIdentity')) return;
  for (const permission of permissionsOfCall(request)) {
    const refusal = serviceControlRefusal(call.world, call.caller.accountId, permission);
    if (refusal) throw accessDenied(service, call.caller, permission, refusal);
  }
}

const isUnbound = ({ caller }: Call): boolean =>
  caller.type === 'AWSService' || caller.type === 'Anonymous' || isServiceLinked(caller.role?.arn ?? '');

const isServiceLinked = (roleArn: string): boolean => roleArn.includes(':role/aws-service-role/');

/** The same for a role that a service acts in. */
export const serviceControlRefusalOfRole = (
  world: World,
  roleArn: string,
  permission: AccessRequest,
): string | undefined =>
  isServiceLinked(roleArn)
    ? undefined
    : serviceControlRefusal(world, accountOf(roleArn), {
        ...permission,
        context: withRole(permission, roleArn),
      });

const accountOf = (roleArn: string): string => roleArn.split(':')[4] ?? '';

/** What policies ask about the role, where a service told nothing of it. */
const withRole = ({ context }: AccessRequest, roleArn: string): AccessRequest['context'] =>
  new Map([['aws:principalarn', roleArn], ['aws:principalaccount', accountOf(roleArn)], ...context]);

/** Why service control policies refuse an account something, in AWS's words; undefined when they do not. */
function serviceControlRefusal(
  world: World,
  accountId: string,
  permission: AccessRequest,
): string | undefined {
  const organization = organizationOf(world, accountId);
  if (!organization?.policyTypes.has('SERVICE_CONTROL_POLICY')) return undefined;
  if (organization.managementAccountId === accountId) return undefined;
  const levels = pathTo(organization, accountId).map(({ id }) => policiesAt(organization, id));
  const denying = levels.flat().find((policy) => decide([policy], permission) === 'denied');
  if (denying) return `with an explicit deny in a service control policy: ${denying.arn}`;
  const isAllowed = levels.every((policies) => decide(policies, permission) === 'allowed');
  return isAllowed ? undefined : `because no service control policy allows the ${permission.action} action`;
}

const policiesAt = (organization: Organization, targetId: string): readonly OrganizationPolicy[] =>
  [...attachedTo(organization, targetId)].flatMap((id) => organization.policies.get(id) ?? []);

const decide = (policies: readonly OrganizationPolicy[], permission: AccessRequest) =>
  evaluate(
    policies.map(({ content }) => parsePolicy(content, 'identity')),
    permission,
  );
