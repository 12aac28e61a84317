import type { JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const accountRemoved: Technique = {
  id: 'organizations.account-removed',
  catalogue: ['CT-90'],
  severity: 'critical',
  done: 'removed, moved or closed an account of the organization',
  subject: 'account',
  calls: [
    {
      eventSource: 'organizations.amazonaws.com',
      eventNames: ['RemoveAccountFromOrganization', 'MoveAccount', 'CloseAccount'],
    },
  ],
  drift: [],
  request: findLoss,
  restore: [],
  lost: 'What the organization’s trail and policies did for that account from then on.',
  toDo: 'Move the account back, invite it again, or within 90 days ask AWS Support to open it again.',
};

function findLoss({ sourceParentId }: JsonObject, { eventName }: ApiCall): string | null {
  if (eventName === 'CloseAccount') return 'it is closed';
  if (eventName !== 'MoveAccount') return 'it is removed';
  return typeof sourceParentId === 'string' && !sourceParentId.startsWith('r-')
    ? 'it is moved out of its unit'
    : null;
}
