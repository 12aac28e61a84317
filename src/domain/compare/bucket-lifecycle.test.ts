import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { compareLifecycle } from './bucket-lifecycle.ts';
import { ACCOUNT, classesOf, ORGANIZATION_TRAIL, TRAIL } from './policy/test-kit.ts';

const EVERYTHING = { Status: 'Enabled', Filter: {} };
const expire = (Days: number, fields: JsonObject = {}) => ({
  ...EVERYTHING,
  Expiration: { Days },
  ...fields,
});
const noncurrent = (NoncurrentDays: number, NewerNoncurrentVersions?: number) => ({
  ...EVERYTHING,
  NoncurrentVersionExpiration: {
    NoncurrentDays,
    ...(NewerNoncurrentVersions && { NewerNoncurrentVersions }),
  },
});
const to = (StorageClass: string, Days: number) => ({ ...EVERYTHING, Transitions: [{ Days, StorageClass }] });

const toldOf = (
  expected: readonly JsonObject[] | null,
  actual: readonly JsonObject[] | null,
  trail = TRAIL,
) => {
  const asLifecycle = (Rules: readonly JsonObject[] | null) => Rules && { Rules };
  return classesOf(compareLifecycle(asLifecycle(expected), asLifecycle(actual), trail));
};

const WEAKER = { 'bucket.lifecycle.expiration': 'weaker' };
const STRONGER = { 'bucket.lifecycle.expiration': 'stronger' };

describe('log files that go sooner are a loss', () => {
  test.each<[string, JsonObject]>([
    ['after fewer days', expire(1)],
    ['on a date', { ...EVERYTHING, Expiration: { Date: '2027-01-01T00:00:00.000Z' } }],
    [
      'under the trail’s folder',
      expire(1, { Filter: { Prefix: `AWSLogs/${ACCOUNT}/CloudTrail/us-east-1/` } }),
    ],
    ['under a folder around it', expire(1, { Filter: { Prefix: 'AWS' } })],
    ['by the prefix of old rules', expire(1, { Filter: undefined, Prefix: 'AWSLogs/' })],
    [
      'with a tag, which anybody may set who may tag',
      expire(1, { Filter: { Tag: { Key: 'a', Value: 'b' } } }),
    ],
    [
      'with two tags',
      expire(1, { Filter: { And: { Prefix: 'AWSLogs/', Tags: [{ Key: 'a', Value: 'b' }] } } }),
    ],
    ['of some size', expire(1, { Filter: { ObjectSizeLessThan: 100_000 } })],
    [
      'that somebody deleted, without a trace',
      { ...EVERYTHING, Expiration: { ExpiredObjectDeleteMarker: true } },
    ],
  ])('%s', (_, rule) => {
    expect(toldOf([expire(365)], [expire(365), rule])).toEqual(WEAKER);
    expect(toldOf(null, [rule])).toEqual(WEAKER);
  });

  test('rules that are off, or about something else, mean nothing', () => {
    const off = expire(1, { Status: 'Disabled' });
    const elsewhere = expire(1, { Filter: { Prefix: 'tmp/' } });
    const others = expire(1, { Filter: { Prefix: 'AWSLogs/444455556666/' } });
    const uploads = { ...EVERYTHING, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } };
    expect(toldOf([expire(365)], [off, elsewhere, others, uploads, expire(365)])).toEqual({});
  });

  test('the folder of an organization is the trail’s, too', () => {
    const members = expire(1, { Filter: { Prefix: 'AWSLogs/o-exampleorgid/' } });
    expect(toldOf(null, [members], ORGANIZATION_TRAIL)).toEqual(WEAKER);
    expect(toldOf(null, [members])).toEqual({});
    expect(toldOf(null, [members], { ...ORGANIZATION_TRAIL, organizationId: null })).toEqual(WEAKER);
  });

  test('says what happens when', () => {
    const [drift] = compareLifecycle({ Rules: [expire(365)] }, { Rules: [expire(1)] }, TRAIL);
    expect(drift).toMatchObject({
      evidence: 'log files go after 1 day',
      expected: [expire(365)],
      actual: [expire(1)],
    });
  });
});

describe('log files that are kept longer are told, not undone', () => {
  test('after more days, or for fewer files', () => {
    expect(toldOf([expire(365)], [expire(730)])).toEqual(STRONGER);
    expect(
      toldOf([expire(365)], [expire(365, { Filter: { Prefix: `AWSLogs/${ACCOUNT}/CloudTrail-Digest/` } })]),
    ).toEqual(STRONGER);
  });

  test('rules that are gone delete nothing; to put them back would', () => {
    expect(toldOf([expire(365)], null)).toEqual({ 'bucket.lifecycle': 'different' });
    expect(toldOf(null, null)).toEqual({});
  });
});

test('the same rules in another order, by another name, or split are no drift', () => {
  const digests = expire(365, { Filter: { Prefix: 'AWSLogs/x' } });
  expect(
    toldOf(
      [expire(365), noncurrent(30)],
      [
        { ...noncurrent(30), ID: 'b' },
        { ...expire(365), ID: 'a' },
      ],
    ),
  ).toEqual({});
  expect(
    toldOf([{ ...expire(365), ...noncurrent(30), Expiration: { Days: 365 } }], [expire(365), noncurrent(30)]),
  ).toEqual({});
  expect(toldOf([expire(365), digests], [expire(365)])).toEqual({});
});

describe('deleted and overwritten log files', () => {
  test('go sooner, or fewer are spared', () => {
    expect(toldOf([noncurrent(90)], [noncurrent(1)])).toEqual({ 'bucket.lifecycle.noncurrent': 'weaker' });
    expect(toldOf([noncurrent(90, 5)], [noncurrent(90)])).toEqual({
      'bucket.lifecycle.noncurrent': 'weaker',
    });
    expect(toldOf([noncurrent(90)], [noncurrent(180, 3)])).toEqual({
      'bucket.lifecycle.noncurrent': 'stronger',
    });
  });
});

describe('moves', () => {
  const told = (expected: readonly JsonObject[], actual: readonly JsonObject[]) =>
    toldOf(expected, actual)['bucket.lifecycle.transition'];

  test('to where a file must be brought back from are a loss', () => {
    expect(told([], [to('GLACIER', 30)])).toBe('weaker');
    expect(told([to('GLACIER', 90)], [to('GLACIER', 30)])).toBe('weaker');
    expect(told([to('GLACIER', 90)], [to('DEEP_ARCHIVE', 90)])).toBe('weaker');
    expect(told([], [to('A_CLASS_OF_TOMORROW', 90)])).toBe('weaker');
    expect(told([to('DEEP_ARCHIVE', 90)], [to('GLACIER', 180)])).toBe('stronger');
  });

  test('to one place only are a loss, and elsewhere at once readable a matter of cost', () => {
    expect(told([], [to('ONEZONE_IA', 30)])).toBe('weaker');
    expect(told([], [to('STANDARD_IA', 30)])).toBe('different');
    expect(told([], [to('GLACIER_IR', 30)])).toBe('different');
  });

  test('of versions count as well', () => {
    const versions = {
      ...EVERYTHING,
      NoncurrentVersionTransitions: [{ NoncurrentDays: 1, StorageClass: 'GLACIER' }],
    };
    expect(told([to('GLACIER', 1)], [to('GLACIER', 1), versions])).toBe('weaker');
  });
});

const prefix = fc.constantFrom(
  '',
  'AWSLogs/',
  `AWSLogs/${ACCOUNT}/`,
  `AWSLogs/${ACCOUNT}/CloudTrail/`,
  'tmp/',
);
const days = fc.integer({ min: 1, max: 4 });
const rule = fc.oneof(
  fc.tuple(days, prefix).map(([Days, Prefix]) => expire(Days, { Filter: { Prefix } })),
  fc.tuple(days, fc.nat(2)).map(([Days, spared]) => noncurrent(Days, spared)),
  fc
    .tuple(fc.constantFrom('STANDARD_IA', 'GLACIER', 'DEEP_ARCHIVE'), days)
    .map(([name, Days]) => to(name, Days)),
  fc
    .tuple(days, prefix)
    .map(([Days, Prefix]) => expire(Days, { Filter: { And: { Prefix, Tags: [{ Key: 'a', Value: 'b' }] } } })),
);
const rules = fc.array(rule, { maxLength: 4 });

describe('whatever the rules', () => {
  test('the same are no drift, in any order', () => {
    fc.assert(fc.property(rules, (list) => void expect(toldOf(list, list.toReversed())).toEqual({})));
  });

  test('one more is never stronger, and one less never weaker', () => {
    fc.assert(
      fc.property(rules, rule, (list, another) => {
        expect(Object.values(toldOf(list, [...list, another]))).not.toContain('stronger');
        expect(Object.values(toldOf([...list, another], list))).not.toContain('weaker');
      }),
    );
  });

  test('a file that goes sooner is always told as weaker', () => {
    const key = `AWSLogs/${ACCOUNT}/CloudTrail/eu-central-1/file.json.gz`;
    const goesAfter = (list: readonly JsonObject[]) =>
      Math.min(
        ...list.flatMap(({ Filter, Expiration }) => {
          const { Prefix = '', And } = Filter as { Prefix?: string; And?: unknown };
          return Expiration && !And && key.startsWith(Prefix) ? [(Expiration as { Days: number }).Days] : [];
        }),
      );
    fc.assert(
      fc.property(rules, rules, (one, other) => {
        fc.pre(goesAfter(other) < goesAfter(one));
        expect(toldOf(one, other)).toMatchObject(WEAKER);
      }),
    );
  });
});
