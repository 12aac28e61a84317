import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Take the account out of its organization',
  attack: ['T1666', 'T1562.008', 'T1685.002'],
  effect:
    'The organization’s trail, its policies and its administrators of GuardDuty and Security Hub no longer reach the account. Only a trail of its own still records.',
  dataLost:
    'What the organization’s trail would have recorded from then on. A trail of the account itself goes on.',
  benignTwins: 'Accounts are handed over when a company is sold: announced, and once.',
  whatToDo:
    'From the management account invite the account again; somebody in the account has to accept. A refused attempt is a strong sign, too: nobody tries it by accident.',
  undo: [
    'aws organizations invite-account-to-organization --target Id=<account>,Type=ACCOUNT',
    'aws organizations accept-handshake --handshake-id <handshake>',
  ],
  references: [
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_LeaveOrganization.html',
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_InviteAccountToOrganization.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_leave-as-member.html',
    'https://stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.organizations-leave/',
  ],
};
