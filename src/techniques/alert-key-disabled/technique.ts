import type { Technique } from '../../domain/technique.ts';

export const alertKeyDisabled: Technique = {
  id: 'kms.alert-key-disabled',
  catalogue: ['CT-116'],
  severity: 'critical',
  done: 'disabled the key of the alert topic',
  subject: 'guard',
  calls: [],
  drift: [],
  restore: [],
  lost: 'Time: messages wait until the topic takes them again. Trails are put back all the same.',
  toDo: 'Enable the key of the alert topic, or let its policy serve SNS and the guard again.',
};
