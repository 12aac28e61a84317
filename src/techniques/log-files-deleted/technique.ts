import { findLogFile } from '../../domain/request/bucket-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const logFilesDeleted: Technique = {
  id: 's3.log-files-deleted',
  catalogue: ['CT-54'],
  severity: 'critical',
  done: 'deleted log files',
  subject: 'bucket',
  calls: [
    { eventSource: 's3.amazonaws.com', eventNames: ['DeleteObject', 'DeleteObjects'], isDataPlane: true },
  ],
  drift: [],
  request: (request, { eventName }) =>
    eventName === 'DeleteObjects'
      ? 'many objects at once, whose keys are not recorded'
      : findLogFile(request),
  restore: [],
  lost: 'The files, unless the bucket has versions, a replica or another copy of them.',
  toDo: 'Remove the delete markers of a versioned bucket, or copy the files back from a replica.',
};
