import { expect, test } from 'vitest';
import { matchesArn, matchesWildcard } from './wildcard.ts';

test.each([
  ['*', '', true],
  ['*', 'anything', true],
  ['a*c', 'abbc', true],
  ['a*c', 'abbd', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['*a*b*', 'xxaxxbxx', true],
  ['', '', true],
  ['', 'a', false],
  ['.*', 'a', false],
])('%j and %j: %s', (pattern, text, fits) => {
  expect(matchesWildcard(pattern, text)).toBe(fits);
});

test('a hostile pattern costs no more than pattern times text', () => {
  expect(matchesWildcard(`${'*a'.repeat(500)}b`, 'a'.repeat(20_000))).toBe(false);
});

test('in ARNs a star among the first parts does not reach over a colon', () => {
  expect(matchesArn('arn:aws:iam::*:role/x', 'arn:aws:iam::111122223333:role/x')).toBe(true);
  expect(matchesArn('arn:aws:*:role/x', 'arn:aws:iam::111122223333:role/x')).toBe(false);
  expect(matchesArn('arn:aws:iam::111122223333:role/*', 'arn:aws:iam::111122223333:role/a:b/c')).toBe(true);
});
