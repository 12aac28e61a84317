import type { Drift } from '../drift.ts';
import type { PartValues } from '../parts.ts';

type Bucket = PartValues['bucket'];

/** Whether the bucket is there, where it was. */
export function compareBucket(expected: Bucket, actual: Bucket): readonly Drift[] {
  if (!expected) return [];
  if (!actual)
    return [
      {
        path: 'bucket',
        expected: expected.Name,
        actual,
        class: 'weaker',
        evidence: 'there is no such bucket any more: whoever takes the name gets the logs',
      },
    ];
  if (expected.Region === actual.Region) return [];
  return [
    {
      path: 'bucket.Region',
      expected: expected.Region,
      actual: actual.Region,
      class: 'weaker',
      evidence: 'a bucket stays where it was made: this is another one of the same name',
    },
  ];
}
