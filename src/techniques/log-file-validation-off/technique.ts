import { findTurnedOff } from '../../domain/request/trail-request.ts';
import type { Technique } from '../../domain/technique.ts';

/** The one setting whose name in the request is not its name in the state. */
export const logFileValidationOff: Technique = {
  id: 'cloudtrail.log-file-validation-off',
  catalogue: ['CT-05'],
  severity: 'high',
  done: 'turned off log file validation',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: ['trail.LogFileValidationEnabled'],
  request: (request) => findTurnedOff(request, 'enableLogFileValidation'),
  restore: ['UpdateTrail'],
  lost: 'The proof that files of that time are unchanged: digest files are not made afterwards.',
  toDo: 'Turn log file validation on again. Files of that time have to be trusted without a digest.',
};
