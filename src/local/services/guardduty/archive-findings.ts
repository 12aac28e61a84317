import type { ArchiveFindingsRequest } from '@aws-sdk/client-guardduty';
import type { Call } from '../../endpoint/operation.ts';
import { badRequest, findDetector } from './detector.ts';

/**
 * Marks findings as archived, or as current again. Only who is administered by nobody else may.
 * @throws ServiceError `BadRequestException`
 */
export function archiveFindings(
  { DetectorId, FindingIds = [] }: ArchiveFindingsRequest,
  isArchived: boolean,
  call: Call,
): void {
  const { findings, administratorId } = findDetector(DetectorId, call);
  if (administratorId !== undefined) {
    throw badRequest('The request is rejected because member accounts cannot archive findings.');
  }
  for (const finding of FindingIds.flatMap((id) => findings.get(id) ?? [])) {
    findings.set(finding.Id ?? '', { ...finding, Service: { ...finding.Service, Archived: isArchived } });
  }
}
