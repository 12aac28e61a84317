import type { Technique } from '../../domain/technique.ts';

export const accountClosed: Technique = {
  id: 'account.account-closed',
  catalogue: ['CT-96'],
  severity: 'critical',
  done: 'closed the account',
  subject: 'account',
  calls: [{ eventSource: 'account.amazonaws.com', eventNames: ['CloseAccount'] }],
  drift: [],
  restore: [],
  lost: 'Everything from then on: trails stop. Log files in another account’s bucket stay.',
  toDo: 'Within 90 days, ask AWS Support to open the account again. Keep what is in its buckets.',
};
