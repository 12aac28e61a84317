import { describe, expect, test } from 'vitest';
import type { ReportedDrift } from '../domain/telling/report.ts';
import { linesOfChanges, rowsOfDrifts } from './drift-rows.ts';

const drift = (fields: Partial<ReportedDrift>): ReportedDrift => ({
  path: 'trail.S3BucketName',
  expected: 'logs',
  actual: 'other',
  class: 'weaker',
  fate: 'put-back',
  ...fields,
});

const linesOf = (...drifts: readonly ReportedDrift[]) =>
  rowsOfDrifts(drifts, ['REST']).filter(([, ...lines]) => lines.length > 0);

describe('what changed', () => {
  test('is told field by field, what is still wrong first', () => {
    expect(
      linesOf(
        drift({
          fate: 'told',
          class: 'stronger',
          path: 'trail.IsMultiRegionTrail',
          expected: false,
          actual: true,
        }),
        drift({}),
        drift({ fate: 'left', path: 'logGroup.retentionInDays', expected: null, actual: 1 }),
      ),
    ).toEqual([
      ['Still wrong', 'log group retentionInDays: found 1, must be nothing'],
      ['Put back', 'S3BucketName: found "other", must be "logs"'],
      ['Left as is', 'IsMultiRegionTrail: found true, approved is false; more than approved'],
    ]);
  });

  test('is told in words where the values are documents', () => {
    const policy = { Statement: [{ Effect: 'Deny' }] };
    const [row] = linesOf(
      drift({ path: 'bucket.policy.delivery', expected: policy, actual: policy, evidence: 'it is denied' }),
    );
    expect(row).toEqual(['Put back', 'bucket policy delivery, found: it is denied']);
  });

  test.each([
    [null, { a: 1 }, 'new'],
    [{ a: 1 }, null, 'gone'],
    [{ a: 1 }, { a: 2 }, 'changed'],
  ])('never holds a whole document: %j became %j', (expected, actual, word) => {
    const [row] = linesOf(drift({ path: 'logGroup.metricFilters.root', fate: 'left', expected, actual }));
    expect(row).toEqual(['Still wrong', `metric filter "root": ${word}`]);
  });

  test('tells both values beside the words when they are texts', () => {
    const evidence = 'the key is to be deleted';
    const [row] = linesOf(
      drift({ path: 'key.KeyState', expected: 'Enabled', actual: 'PendingDeletion', evidence }),
    );
    expect(row?.[1]).toBe(`KMS key KeyState: found "PendingDeletion", must be "Enabled"; ${evidence}`);
  });

  test('says where the rest is when there is much of it', () => {
    const many = Array.from({ length: 11 }, () => drift({}));
    expect(linesOf(...many).at(-1)).toEqual(['', 'and 3 more:', 'REST']);
  });
});

describe('what was approved', () => {
  test('is told as what was and what is', () => {
    expect(
      linesOfChanges([
        { path: 'parts.trail.S3BucketName', before: 'a', after: 'b' },
        { path: 'parts.insightSelectors', before: [], after: [{ InsightType: 'x' }] },
        { path: 'parts.topic', before: undefined, after: { Policy: {} } },
        { path: 'mode', before: null, after: 'notify' },
      ]),
    ).toEqual([
      'S3BucketName: was "a", is "b"',
      'Insights selectors: now with 1 entry',
      'SNS topic: new',
      'mode: was nothing, is "notify"',
    ]);
  });
});
