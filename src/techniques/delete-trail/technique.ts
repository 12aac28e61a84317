import type { Technique } from '../../domain/technique.ts';

export const deleteTrail: Technique = {
  id: 'cloudtrail.delete-trail',
  catalogue: ['CT-02'],
  severity: 'critical',
  done: 'deleted the trail',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['DeleteTrail'] }],
  drift: ['trail'],
  isShownBy: ({ path }) => path === 'trail',
  restore: [
    'CreateTrail',
    'PutEventSelectors',
    'PutInsightSelectors',
    'PutEventConfiguration',
    'StartLogging',
  ],
  lost: 'Events of that time, and the chain of digest files; management events stay in Event history for 90 days.',
  toDo: 'Create the same trail again with its selectors and tags, and start it.',
};
