import type {
  BatchUpdateFindingsV2Request,
  BatchUpdateFindingsV2Response,
} from '@aws-sdk/client-securityhub';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { hubV2Of } from './hub-v2.ts';
import { changeInV2, type OcsfFinding } from './v2-findings.ts';

const STATUSES = new Map([
  [1, 'New'],
  [2, 'In Progress'],
  [3, 'Suppressed'],
  [4, 'Resolved'],
]);

/** Changes what belongs to the customer's investigation. */
export const BatchUpdateFindingsV2: Operation<BatchUpdateFindingsV2Request, BatchUpdateFindingsV2Response> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'FindingIdentifiers', 'SeverityId');
  const { findings } = hubV2Of(call);
  if (input.StatusId !== undefined && !STATUSES.has(input.StatusId)) {
    throw new ServiceError('ValidationException', `${input.StatusId} is not a status of a finding.`);
  }
  const uids = input.MetadataUids ?? [];
  const [known, unknown] = [true, false].map((isKnown) =>
    uids.filter((uid) => findings.has(uid) === isKnown),
  );
  for (const uid of known ?? []) changeInV2(uid, withUpdate(findings.get(uid) ?? {}, input, call), call);
  return {
    ProcessedFindings: (known ?? []).map((MetadataUid) => ({ MetadataUid })),
    UnprocessedFindings: (unknown ?? []).map((MetadataUid) => ({
      MetadataUid,
      ErrorCode: 'ResourceNotFoundException',
      ErrorMessage: 'Finding Not Found',
    })),
  };
};

const withUpdate = (
  finding: OcsfFinding,
  { StatusId, Comment }: BatchUpdateFindingsV2Request,
  { world }: Call,
): OcsfFinding => ({
  ...finding,
  activity_id: 2,
  activity_name: 'Update',
  type_name: 'Compliance Finding: Update',
  type_uid: 200302,
  time: world.clock.now(),
  time_dt: new Date(world.clock.now()).toISOString(),
  ...(StatusId !== undefined && { status_id: StatusId, status: STATUSES.get(StatusId) }),
  ...(Comment !== undefined && { comment: Comment }),
});
