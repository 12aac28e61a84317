import type { World } from '../../endpoint/world.ts';

/** An account of an organization, the management account among them. */
export interface MemberAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly joinedMethod: 'INVITED' | 'CREATED';
  readonly joinedAt: number;
  status: 'ACTIVE' | 'PENDING_CLOSURE' | 'SUSPENDED';
  /** The root or the organizational unit it is in. */
  parentId: string;
}

export interface OrganizationalUnit {
  readonly id: string;
  name: string;
  readonly parentId: string;
}

export type PolicyType = 'SERVICE_CONTROL_POLICY';

export interface OrganizationPolicy {
  readonly id: string;
  readonly arn: string;
  readonly type: PolicyType;
  readonly isAwsManaged: boolean;
  name: string;
  description: string;
  /** JSON as it was given; checked when it was. */
  content: string;
}

/** Trusted access of one AWS service. */
interface ServiceAccess {
  /** Tells it from an earlier one that was taken away. */
  readonly id: string;
  readonly enabledAt: number;
}

export interface Organization {
  readonly id: string;
  readonly rootId: string;
  readonly partition: string;
  readonly managementAccountId: string;
  readonly featureSet: 'ALL' | 'CONSOLIDATED_BILLING';
  readonly accounts: Map<string, MemberAccount>;
  readonly units: Map<string, OrganizationalUnit>;
  readonly policies: Map<string, OrganizationPolicy>;
  /** Ids of the policies attached, by the id of their root, organizational unit or account. */
  readonly attachments: Map<string, Set<string>>;
  /** The types that are enabled in the root. */
  readonly policyTypes: Set<PolicyType>;
  /** By service principal, `cloudtrail.amazonaws.com`. */
  readonly serviceAccess: Map<string, ServiceAccess>;
  /** When an account was made administrator, by account and service principal. */
  readonly delegations: Map<string, Map<string, number>>;
}

/** An invitation. */
export interface Handshake {
  readonly id: string;
  readonly organizationId: string;
  readonly invitedAccountId: string;
  readonly notes: string | undefined;
  readonly requestedAt: number;
  readonly expiresAt: number;
  state: 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'CANCELED';
}

/** One request for a new account, which is there at once. */
export interface AccountRequest {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly requestedAt: number;
}

interface Organizations {
  readonly byId: Map<string, Organization>;
  readonly handshakes: Map<string, Handshake>;
  readonly accountRequests: Map<string, AccountRequest>;
}

const store = {
  name: 'organizations',
  create: (): Organizations => ({ byId: new Map(), handshakes: new Map(), accountRequests: new Map() }),
};

/** All organizations: they belong to no single account. */
export const organizationsOf = (world: World): Organizations => world.store(store, 'aws', 'aws-global');

/** The organization an account is in; undefined for one that stands alone. */
export function organizationOf(world: World, accountId: string): Organization | undefined {
  return [...organizationsOf(world).byId.values()].find(({ accounts }) => accounts.has(accountId));
}
