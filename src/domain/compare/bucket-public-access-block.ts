import type { Drift } from '../drift.ts';
import type { PartValues, PublicAccessBlock } from '../parts.ts';

type Block = PartValues['bucket.publicAccessBlock'];

const FLAGS = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const satisfies readonly (keyof PublicAccessBlock)[];

/** A block that was removed is one with every flag off. */
export const comparePublicAccessBlock = (expected: Block, actual: Block): readonly Drift[] =>
  FLAGS.flatMap((flag) => {
    const [wanted, found] = [expected?.[flag] ?? false, actual?.[flag] ?? false];
    if (wanted === found) return [];
    return [
      {
        path: `bucket.publicAccessBlock.${flag}`,
        expected: wanted,
        actual: found,
        class: wanted ? 'weaker' : 'stronger',
      },
    ];
  });
