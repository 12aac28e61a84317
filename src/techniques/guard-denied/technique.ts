import type { Technique } from '../../domain/technique.ts';

export const guardDenied: Technique = {
  id: 'organizations.guard-denied',
  catalogue: ['CT-115'],
  severity: 'high',
  done: 'had AWS deny everything to the guard’s account',
  subject: 'guard',
  calls: [],
  drift: [],
  restore: [],
  lost: 'Whatever happens to trails while AWS denies the guard.',
  toDo: 'Have the management account lift the policy or the suspension; the organization’s trail goes on meanwhile.',
};
