import type { CreateArchiveRequest } from '@aws-sdk/client-eventbridge';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import type { Archive } from './archives.ts';
import { validationError } from './events-error.ts';
import { compilePattern } from './pattern/compile.ts';
import { refuseLongPattern } from './pattern-quota.ts';

type Settings = Pick<
  CreateArchiveRequest,
  'Description' | 'EventPattern' | 'RetentionDays' | 'KmsKeyIdentifier'
>;

/** Changes what a request names. @throws ServiceError `ValidationException`, `InvalidEventPatternException` */
export function changeArchive(archive: Archive, input: Settings): void {
  refuseUnsupported(input, 'KmsKeyIdentifier');
  const { Description, EventPattern, RetentionDays } = input;
  if (RetentionDays !== undefined && (!Number.isInteger(RetentionDays) || RetentionDays < 0)) {
    throw validationError("Value at 'retentionDays' failed to satisfy constraint: Member must be 0 or more.");
  }
  if (EventPattern !== undefined) refuseLongPattern(EventPattern);
  const pattern = EventPattern === undefined ? archive.pattern : compilePattern(EventPattern);
  Object.assign(archive, {
    description: Description ?? archive.description,
    patternText: EventPattern ?? archive.patternText,
    pattern,
    retentionDays: RetentionDays ?? archive.retentionDays,
  });
}
