import type {
  AwsSecurityFinding,
  AwsSecurityFindingIdentifier,
  BatchUpdateFindingsRequest,
  BatchUpdateFindingsResponse,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { findingKey, hubOf } from './hub.ts';
import { sendImportedEvent } from './imported-event.ts';

/** Changes what belongs to the customer's investigation. */
export const BatchUpdateFindings: Operation<BatchUpdateFindingsRequest, BatchUpdateFindingsResponse> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'Severity', 'RelatedFindings', 'Types', 'Confidence', 'Criticality');
  const { findings } = hubOf(call);
  const processed: AwsSecurityFindingIdentifier[] = [];
  const unprocessed: AwsSecurityFindingIdentifier[] = [];
  for (const identifier of input.FindingIdentifiers ?? []) {
    const finding = findings.get(findingKey(identifier));
    (finding ? processed : unprocessed).push(identifier);
    if (!finding) continue;
    const changed = withUpdate(finding, input, call.world.clock.now());
    findings.set(findingKey(changed), changed);
    sendImportedEvent(changed, call);
  }
  return {
    ProcessedFindings: processed,
    UnprocessedFindings: unprocessed.map((FindingIdentifier) => ({
      FindingIdentifier,
      ErrorCode: 'FindingNotFound',
      ErrorMessage: 'Finding Not Found',
    })),
  };
};

const withUpdate = (
  finding: AwsSecurityFinding,
  { Note, Workflow, UserDefinedFields, VerificationState }: BatchUpdateFindingsRequest,
  now: number,
): AwsSecurityFinding => ({
  ...finding,
  ...(Note && { Note: { ...Note, UpdatedAt: new Date(now).toISOString() } }),
  ...(Workflow && { Workflow }),
  ...(UserDefinedFields && { UserDefinedFields }),
  ...(VerificationState && { VerificationState }),
});
