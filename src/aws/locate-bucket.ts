import { headerOf, statusOf } from './aws-error.ts';
import type { CallAws } from './call-aws.ts';

/** What S3 says of a bucket's name. */
export type BucketSight =
  | { readonly sight: 'found'; readonly region: string }
  /** Nobody has a bucket of that name. */
  | { readonly sight: 'gone' }
  /** It is another account's than expected, or this account may not ask. S3 does not say which. */
  | { readonly sight: 'denied'; readonly region: string };

interface Asked {
  readonly bucket: string;
  /** The account that must own it; left out: whoever does. */
  readonly owner?: string;
  /** Where to ask first. */
  readonly region: string;
}

/**
 * Looks for a bucket in whatever Region it is. GetBucketLocation tells whose it is as well as HeadBucket, whose right
 * (`s3:ListBucket`) would also open the names of all log files.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
 * @throws the SDK's error for any other answer
 */
export async function locateBucket(
  asked: Asked,
  callAws: CallAws,
  isRedirected = false,
): Promise<BucketSight> {
  const { bucket, owner, region } = asked;
  const input = { Bucket: bucket, ...(owner && { ExpectedBucketOwner: owner }) };
  try {
    const answer = await callAws({ service: 's3', operation: 'GetBucketLocation', region, input });
    return { sight: 'found', region: regionOf(answer.LocationConstraint) };
  } catch (error) {
    // S3 tells the Region even of a bucket that it refuses.
    const itsRegion = headerOf(error, 'x-amz-bucket-region') ?? region;
    const status = statusOf(error);
    if (status === 404) return { sight: 'gone' };
    if (status === 403) return { sight: 'denied', region: itsRegion };
    if (itsRegion === region || isRedirected) throw error;
    // The SDK's own following of redirects changes the client that other calls are using.
    return locateBucket({ ...asked, region: itsRegion }, callAws, true);
  }
}

/** S3's first Regions: one has no name here, one an old name. */
function regionOf(constraint: unknown): string {
  if (constraint === 'EU') return 'eu-west-1';
  return typeof constraint === 'string' && constraint !== '' ? constraint : 'us-east-1';
}
