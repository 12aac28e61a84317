import type { GetFindingsRequest, GetFindingsResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { findDetector } from './detector.ts';

export const GetFindings: Operation<GetFindingsRequest, GetFindingsResponse> = (input, call) => {
  refuseUnsupported(input, 'SortCriteria');
  const { findings } = findDetector(input.DetectorId, call);
  return { Findings: (input.FindingIds ?? []).flatMap((id) => findings.get(id) ?? []) };
};
