import type { Technique } from '../../domain/technique.ts';

export const restorerLooped: Technique = {
  id: 'cloudtrail.restorer-looped',
  catalogue: ['CT-114'],
  severity: 'medium',
  done: 'made the guard fight with itself or with a tool',
  subject: 'trail',
  calls: [],
  drift: [],
  restore: [],
  lost: 'Calls and messages; while settings flap, what the weaker ones leave out.',
  toDo: 'Find out which tool keeps changing the trail, and let one of both say what the trail must be.',
};
