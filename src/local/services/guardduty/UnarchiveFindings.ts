import type { UnarchiveFindingsRequest } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { archiveFindings } from './archive-findings.ts';

/** Ids that are unknown are passed over. */
export const UnarchiveFindings: Operation<UnarchiveFindingsRequest, object> = (input, call) => {
  archiveFindings(input, false, call);
  return {};
};
