import type { Technique } from '../../domain/technique.ts';

export const otherDetectorsOff: Technique = {
  id: 'account.other-detectors-off',
  catalogue: ['CT-104'],
  severity: 'medium',
  done: 'turned off another detector or log',
  subject: 'account',
  calls: [
    { eventSource: 'macie2.amazonaws.com', eventNames: ['DisableMacie', 'UpdateMacieSession'] },
    { eventSource: 'inspector2.amazonaws.com', eventNames: ['Disable'] },
    { eventSource: 'detective.amazonaws.com', eventNames: ['DeleteGraph'] },
    { eventSource: 'access-analyzer.amazonaws.com', eventNames: ['DeleteAnalyzer'] },
    { eventSource: 'wafv2.amazonaws.com', eventNames: ['DeleteLoggingConfiguration'] },
    { eventSource: 'bedrock.amazonaws.com', eventNames: ['DeleteModelInvocationLoggingConfiguration'] },
  ],
  drift: [],
  request: ({ status }, { eventName }) =>
    eventName === 'UpdateMacieSession' && status !== 'PAUSED' ? null : `it was by ${eventName}`,
  restore: [],
  lost: 'What that detector would have found or logged in that time.',
  toDo: 'Turn it on again as it was.',
};
