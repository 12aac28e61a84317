import { expect, it } from 'vitest';
import { diffBaselines } from './baseline-diff.ts';
import { baselineWith } from './baseline-test-kit.ts';

const { trail } = baselineWith().parts;

it('another version by somebody else says the same', () => {
  const again = baselineWith({ version: 2, approval: { how: 'approve', at: '2027-01-01T00:00:00Z' } });
  expect(diffBaselines(baselineWith(), again)).toEqual([]);
});

it('each field that differs is named with both values', () => {
  const after = baselineWith({ mode: 'notify', parts: { trail: { ...trail, S3BucketName: 'other' } } });
  expect(diffBaselines(baselineWith(), after)).toEqual([
    { path: 'mode', before: null, after: 'notify' },
    { path: 'parts.trail.S3BucketName', before: 'audit-logs', after: 'other' },
  ]);
});

it('a part that is declared is told from one that is null', () => {
  const after = baselineWith({ parts: { 'bucket.policy': null } });
  expect(diffBaselines(baselineWith(), after)).toEqual([
    { path: 'parts.bucket.policy', before: undefined, after: null },
  ]);
});

it('of lists only what one of both has', () => {
  const before = baselineWith({ parts: { insightSelectors: [{ InsightType: 'A' }, { InsightType: 'B' }] } });
  const after = baselineWith({ parts: { insightSelectors: [{ InsightType: 'B' }, { InsightType: 'C' }] } });
  expect(diffBaselines(before, after)).toEqual([
    { path: 'parts.insightSelectors', before: [{ InsightType: 'A' }], after: [{ InsightType: 'C' }] },
  ]);
});
