import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { includesPattern, mayOverlap } from './glob.ts';

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 });
const plain = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });

/** The definition, taken literally. */
const matches = (glob: string, text: string): boolean =>
  new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);

describe('includesPattern', () => {
  test('matches plain text as the definition says', () => {
    fc.assert(
      fc.property(pattern, plain, (glob, text) => {
        expect(includesPattern(glob, text)).toBe(matches(glob, text));
      }),
    );
  });

  test('a pattern that includes another matches whatever that one matches', () => {
    fc.assert(
      fc.property(pattern, pattern, plain, (outer, inner, text) => {
        fc.pre(includesPattern(outer, inner) && matches(inner, text));
        expect(matches(outer, text)).toBe(true);
      }),
    );
  });

  test.each([
    ['*', 'anything*', true],
    ['a*', 'a?b*', true],
    ['a?', 'a*', false],
    ['a?', 'a?', true],
    ['arn:aws:s3:::logs/*', 'arn:aws:s3:::logs/AWSLogs/*', true],
    ['arn:aws:s3:::logs/AWSLogs/*', 'arn:aws:s3:::logs/*', false],
  ])('%s includes %s: %s', (outer, inner, expected) => {
    expect(includesPattern(outer, inner)).toBe(expected);
  });

  test('hostile patterns cost no more than their lengths multiplied', () => {
    const hostile = '*a'.repeat(5_000);
    expect(includesPattern(hostile, `${'a'.repeat(5_000)}b`)).toBe(false);
  });
});

describe('mayOverlap', () => {
  test('is never no for patterns that share a text', () => {
    fc.assert(
      fc.property(pattern, pattern, plain, (one, other, text) => {
        fc.pre(matches(one, text) && matches(other, text));
        expect(mayOverlap(one, other)).toBe(true);
      }),
    );
  });

  test('tells apart what begins or ends otherwise', () => {
    expect(mayOverlap('logs/111/*', 'logs/222/*')).toBe(false);
    expect(mayOverlap('*.gz', '*.json')).toBe(false);
    expect(mayOverlap('logs/*', 'logs/111/*')).toBe(true);
  });
});
