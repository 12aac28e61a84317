import type { Organization } from './store.ts';

const arnIn = ({ partition, managementAccountId, id }: Organization, kind: string, rest = ''): string =>
  `arn:${partition}:organizations::${managementAccountId}:${kind}/${id}${rest && `/${rest}`}`;

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html */
export const organizationArn = (organization: Organization): string => arnIn(organization, 'organization');
export const rootArn = (organization: Organization): string =>
  arnIn(organization, 'root', organization.rootId);
export const accountArn = (organization: Organization, accountId: string): string =>
  arnIn(organization, 'account', accountId);
export const unitArn = (organization: Organization, unitId: string): string =>
  arnIn(organization, 'ou', unitId);
export const policyArn = (organization: Organization, type: string, policyId: string): string =>
  arnIn(organization, 'policy', `${type.toLowerCase()}/${policyId}`);
export const handshakeArn = (organization: Organization, handshakeId: string): string =>
  arnIn(organization, 'handshake', `invite/${handshakeId}`);
