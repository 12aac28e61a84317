import type { Clock, Restorer } from '../domain/ports.ts';
import { RESTORING_CALLS, type RestoringCall } from '../domain/restoring-call.ts';
import type { Step } from '../domain/step.ts';
import { codeOf } from './aws-error.ts';
import type { CallAws } from './call-aws.ts';
import { locateBucket } from './locate-bucket.ts';
import { toDomainError } from './refusal.ts';
import { readDates } from './step-dates.ts';

/** Answers that say a step was done before: by this guard's own retry, or by somebody else meanwhile. */
const DONE_BEFORE: Partial<Readonly<Record<RestoringCall, string>>> = {
  CreateAlias: 'AlreadyExistsException',
  CreateBucket: 'BucketAlreadyOwnedByYou',
  // ACLs are off already.
  PutBucketAcl: 'AccessControlListNotSupported',
  DeleteDataProtectionPolicy: 'ResourceNotFoundException',
  DeleteTransformer: 'ResourceNotFoundException',
  CreateLogGroup: 'ResourceAlreadyExistsException',
  CreateRole: 'EntityAlreadyExistsException',
  DetachRolePolicy: 'NoSuchEntityException',
  DeleteRolePolicy: 'NoSuchEntityException',
  DeleteRolePermissionsBoundary: 'NoSuchEntityException',
  // The only state it takes is PendingDeletion.
  CancelKeyDeletion: 'KMSInvalidStateException',
};

/** By these CloudTrail refuses what depends on an earlier step that is not known everywhere yet. */
const WHILE_IT_SPREADS: readonly string[] = [
  'InsufficientEncryptionPolicyException',
  'InsufficientS3BucketPolicyException',
  'InsufficientSnsTopicPolicyException',
  'InvalidCloudWatchLogsLogGroupArnException',
  'InvalidCloudWatchLogsRoleArnException',
  'KmsKeyDisabledException',
  'ResourceNotFoundException',
  'S3BucketDoesNotExistException',
  'TrailNotFoundException',
];
const PATIENCE_MS = [1_000, 2_000, 4_000];
const SPREADS_WITHIN_MS = 60_000;

/**
 * Carries out steps, each through its service and Region. What AWS refuses right after a step that it depends on is tried
 * again for some seconds; everything else that may heal is for a later pass.
 * @param region where S3 is asked first whose a bucket is
 */
export function makeRestorer(callAws: CallAws, clock: Clock, region: string): Restorer {
  let changedAt = Number.NEGATIVE_INFINITY;
  const mayHeal = (error: unknown) =>
    WHILE_IT_SPREADS.includes(codeOf(error)) && clock.now() - changedAt < SPREADS_WITHIN_MS;
  const send = async (step: Step) => {
    const { service } = RESTORING_CALLS[step.call];
    for (const waitMs of [...PATIENCE_MS, null]) {
      try {
        await callAws({ service, operation: step.call, region: step.region, input: readDates(step.input) });
        if (service !== 'cloudtrail' || step.call === 'CreateTrail') changedAt = clock.now();
        return;
      } catch (error) {
        if (codeOf(error) === DONE_BEFORE[step.call]) return;
        if (waitMs === null || !mayHeal(error)) throw toDomainError(error, service);
        await clock.sleep(waitMs);
      }
    }
  };
  return {
    apply: send,
    async proveBucketOwner(bucket, accountId) {
      const { sight } = await locateBucket({ bucket, owner: accountId, region }, callAws);
      if (sight === 'found') return { result: 'proven' };
      if (sight === 'gone') return { result: 'gone' };
      return { result: 'unproven', reason: 'S3 answers 403: it is another account’s, or denies this guard' };
    },
  };
}
