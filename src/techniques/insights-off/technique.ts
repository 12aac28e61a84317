import type { Technique } from '../../domain/technique.ts';

export const insightsOff: Technique = {
  id: 'cloudtrail.insights-off',
  catalogue: ['CT-21'],
  severity: 'medium',
  done: 'turned off Insights of the trail',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['PutInsightSelectors'] }],
  drift: ['insightSelectors'],
  request: 'state',
  restore: ['PutInsightSelectors'],
  lost: 'Insights events of that time; CloudTrail may take up to 36 hours to learn again what is normal.',
  toDo: 'Set the approved Insights types again.',
};
