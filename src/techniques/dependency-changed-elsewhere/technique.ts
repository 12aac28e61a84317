import type { Technique } from '../../domain/technique.ts';

export const dependencyChangedElsewhere: Technique = {
  id: 'account.dependency-changed-elsewhere',
  catalogue: ['CT-107'],
  severity: 'critical',
  done: 'changed what a trail depends on in another account or Region',
  subject: 'bucket',
  calls: [],
  drift: [],
  restore: [],
  lost: 'What the change kept from being delivered, until it is repaired.',
  toDo: 'Repair it in the account that owns it; deploy a guard there, which sees who did it.',
};
