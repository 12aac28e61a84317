import type {
  AwsSecurityFinding,
  BatchImportFindingsRequest,
  BatchImportFindingsResponse,
} from '@aws-sdk/client-securityhub';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { findingFault } from './check-finding.ts';
import { findingKey, type Hub, hubOf, invalidInput } from './hub.ts';
import { keepFinding } from './keep-finding.ts';

const MAX_FINDINGS = 100;

export const BatchImportFindings: Operation<BatchImportFindingsRequest, BatchImportFindingsResponse> = (
  input,
  call,
) => {
  const hub = hubOf(call);
  const findings = input.Findings ?? [];
  if (findings.length === 0 || findings.length > MAX_FINDINGS) {
    throw invalidInput(`1 to ${MAX_FINDINGS} findings must be given.`);
  }
  const failed = findings.flatMap((finding) => findingFault(finding, call) ?? []);
  for (const finding of findings) if (!findingFault(finding, call)) importFinding(finding, hub, call);
  return {
    SuccessCount: findings.length - failed.length,
    FailedCount: failed.length,
    FailedFindings: failed,
  };
};

/** A provider cannot change what belongs to the customer's investigation. */
function importFinding(given: AwsSecurityFinding, hub: Hub, call: Call): void {
  const known = hub.findings.get(findingKey(given));
  const finding: AwsSecurityFinding = {
    RecordState: 'ACTIVE',
    ...given,
    ProductName: 'Default',
    CompanyName: 'Personal',
    Region: call.region,
    Workflow: known?.Workflow ?? given.Workflow ?? { Status: 'NEW' },
    WorkflowState: 'NEW',
    ...(known?.Note && { Note: known.Note }),
    ...(known?.UserDefinedFields && { UserDefinedFields: known.UserDefinedFields }),
  };
  keepFinding(finding, hub, call);
}
