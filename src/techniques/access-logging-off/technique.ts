import { isJsonObject } from '../../domain/json.ts';
import type { Technique } from '../../domain/technique.ts';

export const accessLoggingOff: Technique = {
  id: 's3.access-logging-off',
  catalogue: ['CT-46'],
  severity: 'medium',
  done: 'turned off or redirected the access logging of the log bucket',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['PutBucketLogging'] }],
  drift: ['bucket.logging'],
  request: ({ BucketLoggingStatus: status }) =>
    isJsonObject(status) && !isJsonObject(status.LoggingEnabled) ? 'BucketLoggingStatus has no target' : null,
  restore: ['PutBucketLogging'],
  lost: 'Access log records of that time.',
  toDo: 'Set the approved target of the access logs again.',
};
