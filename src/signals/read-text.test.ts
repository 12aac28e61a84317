import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstText, firstTime, readText } from './read-text.ts';

test('a text is cut at 1,024 characters, and never inside of one', () => {
  expect(readText('a'.repeat(2000))).toHaveLength(1024);
  expect(readText(`${'a'.repeat(1023)}😀`)).toBe('a'.repeat(1023));
  expect(readText(`${'a'.repeat(1022)}😀b`)).toBe(`${'a'.repeat(1022)}😀`);
});

test('half a character is replaced, so that every text can be written as UTF-8', () => {
  expect(readText('a\ud800b')).toBe('a\ufffdb');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) =>
      (readText(text) ?? '').isWellFormed(),
    ),
  );
});

test('what is no text, or empty, is none', () => {
  for (const value of ['', 0, true, null, undefined, [], {}, { toString: 1 }])
    expect(readText(value)).toBeNull();
});

test('the first of several is taken that is there', () => {
  expect(firstText(null, '', false, 'b', 'c')).toBe('b');
  expect(firstText()).toBeNull();
  expect(firstTime('yesterday', null, '2026-11-02T09:00:00Z')).toBe(Date.UTC(2026, 10, 2, 9));
  expect(firstTime(null)).toBe(0);
});
