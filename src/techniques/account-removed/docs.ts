import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Remove, move or close an account',
  attack: ['T1666', 'T1531'],
  effect:
    'Removed, the account loses the organization’s trail and policies. Moved, it loses the policies of its unit, such as a deny that protects its trails. Closed, it ends.',
  dataLost:
    'What the organization’s trail would have recorded of a removed account. A closed account’s content is deleted after 90 days.',
  benignTwins:
    'New accounts start in the root and are moved to their unit: a move out of the root shows nothing. Closing what nobody needs is usual, and told.',
  whatToDo: 'See in the management account which policies the account had where it was.',
  undo: [
    'aws organizations move-account --account-id <account> --source-parent-id <where it is> --destination-parent-id <where it was>',
    'aws organizations invite-account-to-organization --target Id=<account>,Type=ACCOUNT',
  ],
  references: [
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_RemoveAccountFromOrganization.html',
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_MoveAccount.html',
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_CloseAccount.html',
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-closing.html',
  ],
};
