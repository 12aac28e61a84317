import type { Technique } from '../../domain/technique.ts';

export const flowLogsDeleted: Technique = {
  id: 'ec2.flow-logs-deleted',
  catalogue: ['CT-102'],
  severity: 'high',
  done: 'deleted flow logs',
  subject: 'account',
  calls: [{ eventSource: 'ec2.amazonaws.com', eventNames: ['DeleteFlowLogs'] }],
  drift: [],
  restore: [],
  lost: 'Records of network traffic of that time.',
  toDo: 'Make the flow logs again, with their destination and format.',
};
