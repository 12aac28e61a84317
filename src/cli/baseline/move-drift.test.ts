import { describe, expect, test } from 'vitest';
import type { DriftPath } from '../../domain/drift.ts';
import type { Parts } from '../../domain/parts.ts';
import { PARTS } from '../../domain/test-kit.ts';
import { moveDrift } from './move-drift.ts';

const OPEN = {
  BlockPublicAcls: false,
  IgnorePublicAcls: true,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: true,
};
const SHUT = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const BEFORE = { ...PARTS, 'bucket.publicAccessBlock': SHUT };
const NOW: Parts = {
  ...BEFORE,
  trail: { ...PARTS.trail, S3BucketName: 'other', KmsKeyId: 'key', IsMultiRegionTrail: false },
  bucket: { Name: 'other', Region: 'us-east-1' },
  tags: { 'a.b': 'dotted' },
  eventSelectors: { AdvancedEventSelectors: [] },
  'bucket.publicAccessBlock': OPEN,
};

const moved = (path: DriftPath) => {
  const result = moveDrift(BEFORE, NOW, path);
  if (!('parts' in result)) throw new Error(result.why);
  return result.parts;
};

describe('approving a difference', () => {
  test('moves the one setting that it names', () => {
    expect(moved('trail.IsMultiRegionTrail').trail).toEqual({ ...PARTS.trail, IsMultiRegionTrail: false });
  });

  test('moves the one field that it names', () => {
    const block = moved('bucket.publicAccessBlock.BlockPublicAcls')['bucket.publicAccessBlock'];
    expect(block).toEqual({ ...SHUT, BlockPublicAcls: false });
  });

  test('of another bucket takes what belongs to that bucket along', () => {
    expect(moved('trail.S3BucketName').bucket).toEqual(NOW.bucket);
  });

  test('takes a part as a whole where its meaning is compared', () => {
    expect(moved('eventSelectors.management.read').eventSelectors).toEqual(NOW.eventSelectors);
  });

  test('knows a tag whose key has dots, and one that is gone', () => {
    expect(moved('tags.a.b').tags).toEqual({ owner: 'security', 'a.b': 'dotted' });
    expect(moved('tags.owner').tags).toEqual({});
  });

  test.each(['status.IsLogging', 'delivery.LatestDeliveryError'] as const)(
    '%s cannot be: no baseline can allow a trail to be off',
    (path) => {
      expect(moveDrift(BEFORE, NOW, path)).toHaveProperty('why');
    },
  );

  test('of a thing that is gone cannot be', () => {
    const { bucket: _, ...rest } = NOW;
    expect(moveDrift(BEFORE, rest, 'bucket')).toHaveProperty('why');
  });
});
