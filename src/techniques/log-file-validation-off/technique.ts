import type { Technique } from '../../domain/technique.ts';
import { findTurnedOff } from '../../domain/trail-request.ts';

/** The one setting whose name in the request is not its name in the state. */
export const logFileValidationOff: Technique = {
  id: 'cloudtrail.log-file-validation-off',
  catalogue: ['CT-05', 'CT-13'],
  severity: 'high',
  done: 'turned off log file validation',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['UpdateTrail'],
  drift: 'trail.LogFileValidationEnabled',
  request: (request) => findTurnedOff(request, 'enableLogFileValidation'),
  actions: { read: [], restore: [] },
};
