import type { ArchiveFindingsRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { archiveFindings } from './archive-findings.ts';

/** Ids that are unknown are passed over. */
export const ArchiveFindings: Operation<ArchiveFindingsRequest, object> = (input, call) => {
  archiveFindings(input, true, call);
  return {};
};
