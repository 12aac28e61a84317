import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Close the account',
  attack: ['T1531'],
  effect: 'Everything in it ends, trails and guard with it. AWS deletes its content after 90 days.',
  dataLost: 'Delivery stops; log files in the account’s own buckets are deleted after 90 days.',
  benignTwins:
    'Somebody closes an account that is not needed, as its root user: announced, and once. No API of AWS’s SDKs does it for a standalone account.',
  whatToDo: 'Ask AWS Support at once.',
  undo: [],
  references: [
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-closing.html',
    'https://docs.aws.amazon.com/accounts/latest/reference/monitoring-cloudtrail.html',
  ],
};
