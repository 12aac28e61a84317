import type { Technique } from '../../domain/technique.ts';

export const unrecordedByDesign: Technique = {
  id: 'cloudtrail.unrecorded-by-design',
  catalogue: ['CT-110'],
  severity: 'info',
  done: 'used calls that no trail records unless it is told to',
  subject: 'trail',
  calls: [],
  drift: [],
  restore: [],
  lost: 'What was done with such calls.',
  toDo: 'Record the data events that matter, and approve that.',
};
