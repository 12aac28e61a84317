import type { Technique } from '../domain/technique.ts';
import type { EventPattern } from './event-pattern.ts';

const S3 = 's3.amazonaws.com';

/** Services that write log files to such buckets all day: what they write is what is guarded. */
const WRITERS = ['cloudtrail.amazonaws.com', 'config.amazonaws.com', 'delivery.logs.amazonaws.com'];

/**
 * Calls on the log files themselves, of these buckets alone: they come to EventBridge while a trail records the buckets' data
 * events. A record names the bucket by its ARN among its resources, also one of a call that names no single object.
 * @param bucketArns as the pattern's list of values
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
 */
export const logFilePattern = (
  techniques: readonly Pick<Technique, 'calls'>[],
  accountId: string,
  bucketArns: unknown,
): EventPattern => ({
  source: ['aws.s3'],
  account: [accountId],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: {
    eventSource: [S3],
    eventName: dataCalls(techniques),
    resources: { ARN: bucketArns },
    userIdentity: { invokedBy: [{ 'anything-but': WRITERS }, { exists: false }] },
  },
});

const dataCalls = (techniques: readonly Pick<Technique, 'calls'>[]): readonly string[] => {
  const calls = techniques.flatMap((technique) => technique.calls);
  const ofData = calls.filter(({ eventSource, isDataPlane }) => isDataPlane && eventSource === S3);
  return [...new Set(ofData.flatMap(({ eventNames }) => eventNames))].sort();
};
