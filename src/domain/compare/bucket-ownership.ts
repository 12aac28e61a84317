import type { Drift } from '../drift.ts';
import type { PartValues } from '../parts.ts';

type Ownership = PartValues['bucket.ownership'];

/**
 * How far the bucket's owner owns what others write, and ACLs are without effect. Without controls it is as with ObjectWriter.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
const STRENGTHS: readonly string[] = ['ObjectWriter', 'BucketOwnerPreferred', 'BucketOwnerEnforced'];

export function compareOwnership(expected: Ownership, actual: Ownership): readonly Drift[] {
  const [wanted, found] = [strengthOf(expected), strengthOf(actual)];
  if (wanted === found) return [];
  return [{ path: 'bucket.ownership', expected, actual, class: found < wanted ? 'weaker' : 'stronger' }];
}

const strengthOf = (ownership: Ownership): number => STRENGTHS.indexOf(ownership ?? 'ObjectWriter');
