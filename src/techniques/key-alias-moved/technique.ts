import type { Technique } from '../../domain/technique.ts';

export const keyAliasMoved: Technique = {
  id: 'kms.key-alias-moved',
  catalogue: ['CT-39'],
  severity: 'medium',
  done: 'moved or deleted an alias of the KMS key',
  subject: 'key',
  calls: [{ eventSource: 'kms.amazonaws.com', eventNames: ['UpdateAlias', 'DeleteAlias'] }],
  drift: ['key.aliases'],
  // An alias may as well be pointed at the key: what it meant before, the record does not tell.
  request: (_, { eventName }) => (eventName === 'DeleteAlias' ? 'the alias is deleted' : null),
  restore: ['CreateAlias', 'UpdateAlias'],
  lost: 'Nothing: the trail holds the ARN of the key, not the alias.',
  toDo: 'Point the alias back at the key, and look at what was set up by that alias meanwhile.',
};
