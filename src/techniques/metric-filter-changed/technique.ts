import type { Technique } from '../../domain/technique.ts';

export const metricFilterChanged: Technique = {
  id: 'logs.metric-filter-changed',
  catalogue: ['CT-62'],
  severity: 'high',
  done: 'changed the metric filters of the log group',
  subject: 'logGroup',
  calls: [{ eventSource: 'logs.amazonaws.com', eventNames: ['DeleteMetricFilter', 'PutMetricFilter'] }],
  drift: ['logGroup.metricFilters'],
  request: 'state',
  restore: ['PutMetricFilter'],
  lost: 'Metrics of that time: the alarms on them stayed silent.',
  toDo: 'Put the approved filter back, and search the log group for what the alarm would have told.',
};
