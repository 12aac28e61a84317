import { describe, expect, it } from 'vitest';
import { exportBaseline, importBaseline } from './baseline-import.ts';
import { baselineWith, OPERATOR } from './baseline-test-kit.ts';

const { trail } = baselineWith();
const INTO = {
  trail,
  version: 5,
  approval: { how: 'import', at: '2026-11-21T12:00:00Z', by: OPERATOR, reason: null },
} as const;

const read = (document: unknown) => importBaseline(JSON.stringify(document), INTO);
const mistakesOf = (document: unknown) => {
  const reading = read(document);
  return 'mistakes' in reading ? reading.mistakes.join('\n') : '';
};

it('what was exported is imported as it was, under the importer’s name and version', () => {
  const baseline = baselineWith({ mode: 'notify', parts: { tags: { owner: 'security' } } });
  expect(importBaseline(exportBaseline(baseline), INTO)).toEqual({
    baseline: { ...baseline, version: 5, approval: INTO.approval },
  });
});

it('a file may say as little as the bucket; the rest of the trail is as AWS makes it', () => {
  expect(read({ parts: { trail: { S3BucketName: 'audit-logs' } } })).toMatchObject({
    baseline: {
      trail,
      version: 5,
      state: 'guarded',
      parts: { trail: { S3BucketName: 'audit-logs', IncludeGlobalServiceEvents: true, KmsKeyId: null } },
    },
  });
});

it('lists are put in the order that is compared', () => {
  const parts = {
    trail: { S3BucketName: 'audit-logs' },
    insightSelectors: [{ InsightType: 'B' }, { InsightType: 'A' }],
  };
  expect(read({ parts })).toMatchObject({
    baseline: { parts: { insightSelectors: [{ InsightType: 'A' }, { InsightType: 'B' }] } },
  });
});

describe('a file is refused', () => {
  it.each<[string, unknown, string]>([
    [
      'with a misspelt field',
      { parts: { trail: { S3BucketNam: 'x' } } },
      'parts.trail.S3BucketNam: is not known here',
    ],
    ['with an unknown part', { parts: { trial: {} } }, 'parts.trial: is not known here'],
    [
      'of another trail',
      { trail: { ...trail, arn: `${trail.arn}2` }, parts: {} },
      'leave out trail to use it there',
    ],
    ['without a bucket', { parts: { trail: {} } }, 'parts.trail.S3BucketName: must be a bucket name'],
    ['that is a list', [], 'the document: must be an object'],
    [
      'below the floor',
      {
        parts: {
          trail: { S3BucketName: 'audit-logs' },
          eventSelectors: { EventSelectors: [{ IncludeManagementEvents: false }] },
        },
      },
      'a trail must record something',
    ],
  ])('%s', (_, document, mistake) => {
    expect(mistakesOf(document)).toContain(mistake);
  });

  it('that is no JSON, or too long', () => {
    expect(importBaseline('{', INTO)).toEqual({ mistakes: ['the file is no JSON'] });
    expect(importBaseline(' '.repeat(1_000_001), INTO)).toMatchObject({
      mistakes: [expect.stringContaining('more than')],
    });
  });
});

it('nothing of a file says who approved it, or as which version', () => {
  const forged = {
    ...baselineWith(),
    version: 99,
    approval: { how: 'adopt', at: '2020-01-01T00:00:00Z', by: 'me', reason: null },
  };
  expect(read(forged)).toMatchObject({ baseline: { version: 5, approval: INTO.approval } });
});
