import { randomUUID } from 'node:crypto';
import { ACCOUNT_ID, STRANGER_ACCOUNT_ID } from '../start.ts';
import type { Act, Attack } from './attack.ts';
import type { Ask, Fields } from './connect.ts';
import { policy } from './policies.ts';
import { recordCall } from './record-call.ts';
import type { Scene } from './scene.ts';

/** Organizations and Account Management record in us-east-1 alone, and what they did is people's to undo. */
const organization = (attack: Pick<Attack, 'id' | 'name' | 'title' | 'act'> & Partial<Attack>): Attack => ({
  ends: 'told',
  seenBy: 'event',
  needs: 'organization',
  ...attack,
});

const SECURITY = { AccountId: STRANGER_ACCOUNT_ID, ServicePrincipal: 'guardduty.amazonaws.com' };

/** What keeps members from stopping trails. */
async function protect(scene: Scene): Promise<void> {
  const { organizations } = scene;
  const { Policy } = await organizations('CreatePolicy', {
    Name: `keep-trails-${randomUUID()}`,
    Description: 'nobody stops a trail',
    Type: 'SERVICE_CONTROL_POLICY',
    Content: policy({ Effect: 'Deny', Action: 'cloudtrail:StopLogging', Resource: '*' }),
  });
  const { PolicySummary } = Policy as { readonly PolicySummary: Fields };
  await organizations('AttachPolicy', { PolicyId: PolicySummary.Id, TargetId: STRANGER_ACCOUNT_ID });
}

async function detach(scene: Scene): Promise<void> {
  const { organizations } = scene;
  const { Policies } = await organizations('ListPolicies', { Filter: 'SERVICE_CONTROL_POLICY' });
  const own = (Policies as readonly Fields[]).findLast(({ Name }) => String(Name).startsWith('keep-trails'));
  await organizations('DetachPolicy', { PolicyId: own?.Id, TargetId: STRANGER_ACCOUNT_ID });
}

/** An account is asked to come in, and comes. */
export async function join(manager: Ask, member: Ask, Id: string): Promise<void> {
  const { Handshake } = await manager('InviteAccountToOrganization', { Target: { Type: 'ACCOUNT', Id } });
  await member('AcceptHandshake', { HandshakeId: (Handshake as Fields).Id });
}

const removeMember: Act = ({ organizations }) =>
  organizations('RemoveAccountFromOrganization', { AccountId: STRANGER_ACCOUNT_ID });

/** Group J of the catalogue, and the organization's part of group D. */
export const ORGANIZATION_ATTACKS: readonly Attack[] = [
  organization({
    id: 'CT-32',
    name: 'cloudtrail-admin-deregistered',
    title: 'Deregister CloudTrail’s delegated administrator',
    before: ({ cloudtrail }) =>
      cloudtrail('RegisterOrganizationDelegatedAdmin', { MemberAccountId: STRANGER_ACCOUNT_ID }),
    act: ({ cloudtrail }) =>
      cloudtrail('DeregisterOrganizationDelegatedAdmin', { DelegatedAdminAccountId: STRANGER_ACCOUNT_ID }),
  }),
  organization({
    id: 'CT-89',
    name: 'organization-left',
    title: 'Leave the organization',
    needs: 'member',
    act: ({ organizations }) => organizations('LeaveOrganization'),
    undo: ({ organizations, stranger }) => join(stranger.organizations, organizations, ACCOUNT_ID),
  }),
  organization({
    id: 'CT-90',
    name: 'account-removed',
    title: 'Remove an account from the organization',
    act: removeMember,
    undo: ({ organizations, stranger }) => join(organizations, stranger.organizations, STRANGER_ACCOUNT_ID),
  }),
  organization({
    id: 'CT-91',
    toldAs: ['cloudtrail.organization-trail-off'],
    name: 'trusted-access-disabled',
    title: 'Disable CloudTrail’s trusted access',
    seenBy: 'both',
    act: ({ organizations }) =>
      organizations('DisableAWSServiceAccess', { ServicePrincipal: 'cloudtrail.amazonaws.com' }),
    async undo({ organizations, cloudtrail, trail }) {
      await organizations('EnableAWSServiceAccess', { ServicePrincipal: 'cloudtrail.amazonaws.com' });
      await cloudtrail('UpdateTrail', { Name: trail, IsOrganizationTrail: true });
    },
  }),
  organization({
    id: 'CT-92',
    name: 'delegated-admin-deregistered',
    title: 'Deregister GuardDuty’s delegated administrator',
    async before({ organizations }) {
      await organizations('EnableAWSServiceAccess', { ServicePrincipal: SECURITY.ServicePrincipal });
      await organizations('RegisterDelegatedAdministrator', SECURITY);
    },
    act: ({ organizations }) => organizations('DeregisterDelegatedAdministrator', SECURITY),
  }),
  organization({
    id: 'CT-93',
    name: 'scp-detached',
    title: 'Detach the policy that protects trails',
    before: protect,
    act: detach,
  }),
  organization({
    id: 'CT-94',
    toldAs: ['cloudtrail.organization-trail-off'],
    takesWorld: true,
    name: 'organization-deleted',
    title: 'Delete the organization',
    seenBy: 'both',
    async act(scene) {
      await removeMember(scene);
      await scene.organizations('DeleteOrganization');
    },
  }),
  organization({
    id: 'CT-95',
    name: 'region-enabled',
    title: 'Enable a Region that nobody watches',
    needs: 'global',
    act: ({ account }) => account('EnableRegion', { RegionName: 'ap-southeast-4' }),
  }),
  organization({
    id: 'CT-96',
    name: 'account-closed',
    title: 'Close the account',
    needs: 'global',
    byRecord: 'it is done in the console, there is no API call for it',
    act: async (scene) =>
      recordCall(scene, { service: 'account', operation: 'CloseAccount', input: { AccountId: ACCOUNT_ID } }),
  }),
];
