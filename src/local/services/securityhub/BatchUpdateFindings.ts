import type {
  AwsSecurityFindingIdentifier,
  BatchUpdateFindingsRequest,
  BatchUpdateFindingsResponse,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { findingKey, hubOf, invalidInput } from './hub.ts';
import { sendImportedEvent } from './imported-event.ts';
import { withUpdate } from './update-finding.ts';

const MAX_FINDINGS = 100;
const MAX_NOTE = 512;
const WORKFLOW: readonly unknown[] = ['NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED'];

/** Changes what belongs to the customer's investigation. */
export const BatchUpdateFindings: Operation<BatchUpdateFindingsRequest, BatchUpdateFindingsResponse> = (
  input,
  call,
) => {
  checkUpdate(input);
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

function checkUpdate({ FindingIdentifiers = [], Note, Workflow }: BatchUpdateFindingsRequest): void {
  if (FindingIdentifiers.length === 0 || FindingIdentifiers.length > MAX_FINDINGS) {
    throw invalidInput(`1 to ${MAX_FINDINGS} findings must be given.`);
  }
  const texts = Note ? [Note.Text ?? '', Note.UpdatedBy ?? ''] : [];
  if (texts.some((text) => text.length > MAX_NOTE || !/\S/.test(text))) {
    throw invalidInput(`A note has a text and an author of 1 to ${MAX_NOTE} characters.`);
  }
  if (Workflow && !WORKFLOW.includes(Workflow.Status)) {
    throw invalidInput(`${Workflow.Status} is not a workflow status.`);
  }
}
