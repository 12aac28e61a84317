import type {
  Account,
  Handshake as DescribedHandshake,
  Organization as DescribedOrganization,
  OrganizationalUnit as DescribedUnit,
  PolicySummary,
  Root,
} from '@aws-sdk/client-organizations';
import { accountArn, handshakeArn, organizationArn, rootArn, unitArn } from './arns.ts';
import type {
  Handshake,
  MemberAccount,
  Organization,
  OrganizationalUnit,
  OrganizationPolicy,
} from './store.ts';
import { pathTo } from './targets.ts';

export const describedOrganization = (organization: Organization): DescribedOrganization => ({
  Id: organization.id,
  Arn: organizationArn(organization),
  FeatureSet: organization.featureSet,
  MasterAccountArn: accountArn(organization, organization.managementAccountId),
  MasterAccountId: organization.managementAccountId,
  MasterAccountEmail: organization.accounts.get(organization.managementAccountId)?.email,
  AvailablePolicyTypes:
    organization.featureSet === 'ALL' ? [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] : [],
});

export const describedAccount = (organization: Organization, account: MemberAccount): Account => ({
  Id: account.id,
  Arn: accountArn(organization, account.id),
  Email: account.email,
  Name: account.name,
  Status: account.status,
  State: account.status,
  Paths: [pathOf(organization, account.id)],
  JoinedMethod: account.joinedMethod,
  JoinedTimestamp: new Date(account.joinedAt),
});

export const describedRoot = (organization: Organization): Root => ({
  Id: organization.rootId,
  Arn: rootArn(organization),
  Name: 'Root',
  PolicyTypes: [...organization.policyTypes].map((Type) => ({ Type, Status: 'ENABLED' })),
});

export const describedUnit = (organization: Organization, unit: OrganizationalUnit): DescribedUnit => ({
  Id: unit.id,
  Arn: unitArn(organization, unit.id),
  Name: unit.name,
  Path: pathOf(organization, unit.id),
});

export const describedPolicy = (policy: OrganizationPolicy): PolicySummary => ({
  Id: policy.id,
  Arn: policy.arn,
  Name: policy.name,
  Description: policy.description,
  Type: policy.type,
  AwsManaged: policy.isAwsManaged,
});

export const describedHandshake = (organization: Organization, handshake: Handshake): DescribedHandshake => ({
  Id: handshake.id,
  Arn: handshakeArn(organization, handshake.id),
  Parties: [
    { Id: organization.id.replace(/^o-/, ''), Type: 'ORGANIZATION' },
    { Id: handshake.invitedAccountId, Type: 'ACCOUNT' },
  ],
  State: handshake.state,
  RequestedTimestamp: new Date(handshake.requestedAt),
  ExpirationTimestamp: new Date(handshake.expiresAt),
  Action: 'INVITE',
  Resources: [
    { Type: 'ORGANIZATION', Value: organization.id },
    { Type: 'ACCOUNT', Value: handshake.invitedAccountId },
    ...(handshake.notes === undefined ? [] : [{ Type: 'NOTES' as const, Value: handshake.notes }]),
  ],
});

/** `o-exampleorgid/r-example/ou-example-example/` */
const pathOf = (organization: Organization, id: string): string =>
  `${[organization.id, ...pathTo(organization, id).map((target) => target.id)].join('/')}/`;
