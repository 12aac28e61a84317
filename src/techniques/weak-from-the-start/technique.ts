import type { Technique } from '../../domain/technique.ts';

export const weakFromTheStart: Technique = {
  id: 'cloudtrail.weak-from-the-start',
  catalogue: ['CT-109'],
  severity: 'medium',
  done: 'waited until logs were gone by themselves',
  subject: 'trail',
  calls: [],
  drift: [],
  restore: [],
  lost: 'Logs older than what was set from the start.',
  toDo: 'Set a longer retention or lifecycle, and approve that.',
};
