import { RefusedError } from './errors.ts';
import type { Ports } from './ports.ts';
import { RESTORING_CALLS } from './restoring-call.ts';
import type { Step, StepResult } from './step.ts';

/** Whose bucket a trail's bucket must be. */
export interface BucketOwner {
  /** The account it was approved as; null when that is unknown. */
  readonly approved: string | null;
  /** The guard's own account: of its buckets S3 tells it the owner. */
  readonly own: string;
}

/** Somebody may use up CloudTrail's quota, so that every step takes long; then people must hear of it before the function's own time is over. */
const RESTORE_AT_MOST_MS = 20_000;

/**
 * Carries out steps one after the other: CloudTrail takes one write a second. A step that fails stops no other, and a restart is tried
 * however little time is left.
 */
export async function restore(
  steps: readonly Step[],
  owner: BucketOwner,
  { restorer, clock }: Pick<Ports, 'restorer' | 'clock'>,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  const giveUpAt = clock.now() + RESTORE_AT_MOST_MS;
  for (const step of steps) {
    if (isOfUnmade(step, results)) continue;
    if (step.call !== 'StartLogging' && clock.now() >= giveUpAt) {
      results.push({ ...step, at: clock.now(), ...OUT_OF_TIME });
      continue;
    }
    const end = await take(step, owner, restorer).then(done, refusedOrFailed);
    results.push({ ...step, at: clock.now(), ...end });
  }
  return results;
}

/** Of a trail or a bucket that could not be made, nothing can be set; the bucket may be somebody else's. */
const isOfUnmade = ({ call, input }: Step, results: readonly StepResult[]): boolean =>
  results.some(
    (earlier) =>
      earlier.result !== 'done' &&
      ((earlier.call === 'CreateTrail' && RESTORING_CALLS[call].service === 'cloudtrail') ||
        (earlier.call === 'CreateBucket' && input.Bucket === earlier.input.Bucket)),
  );

async function take(step: Step, owner: BucketOwner, restorer: Ports['restorer']): Promise<void> {
  if (typeof step.input.S3BucketName === 'string') await prove(step.input.S3BucketName, owner, restorer);
  await restorer.apply(step);
}

/**
 * The name of a deleted bucket can be taken by anyone, who would then get the log files. A bucket that was approved as another
 * account's, or as nobody knows whose, may refuse to answer this guard; that does not keep its trail dark.
 */
async function prove(
  bucket: string,
  { approved, own }: BucketOwner,
  restorer: Ports['restorer'],
): Promise<void> {
  const proof = await restorer.proveBucketOwner(bucket, approved ?? own);
  if (proof.result === 'proven') return;
  if (proof.result === 'gone') throw new RefusedError('BucketGone', `there is no bucket ${bucket}`);
  if (approved !== own) return;
  throw new RefusedError(
    'BucketOwnerNotProven',
    `the bucket ${bucket} is not proven to belong to account ${own}, and may be somebody else’s: ${'reason' in proof ? proof.reason : 'no answer'}`,
  );
}

const OUT_OF_TIME = { result: 'failed', reason: 'no time was left for it: the next look tries it' } as const;

const done = () => ({ result: 'done' }) as const;

export const refusedOrFailed = (error: unknown) =>
  ({
    result: error instanceof RefusedError ? 'refused' : 'failed',
    reason:
      error instanceof Error
        ? `${'code' in error ? error.code : error.name}: ${error.message}`
        : String(error),
  }) as const;
