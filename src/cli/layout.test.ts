import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelled, layColumns, valueText, WIDTH, wrap } from './layout.ts';

const lengths = (lines: readonly string[]) => Math.max(0, ...lines.map(({ length }) => length));

describe('a text for people', () => {
  test('is broken between words, and what is long by itself wherever it must', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  test('stands beside its label, and fits into a terminal of 100 columns', () => {
    expect(labelled('unread', 'a b')).toEqual(['  unread     a b']);
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => lengths(labelled('x', text)) <= WIDTH));
  });
});

describe('columns', () => {
  test('are as wide as they need to be', () => {
    expect(
      layColumns([
        ['a', 'b'],
        ['long', 'c'],
      ]),
    ).toEqual(['a     b', 'long  c']);
  });

  test('never take more than 100 together: the widest is cut', () => {
    const [, row = ''] = layColumns([
      ['id', 'what'],
      ['main', 'x'.repeat(200)],
    ]);
    expect(row).toHaveLength(WIDTH);
    expect(row).toMatch(/^main {2}x+…$/);
  });
});

describe('what strangers wrote', () => {
  const HOSTILE = '\u001b[31mred\u009b2J\u202ereversed\r\nnext\ttab\u0000';

  test('is shown and not acted on, in a cell as in a value', () => {
    const shown = [...layColumns([['what'], [HOSTILE]]), valueText({ [HOSTILE]: HOSTILE })].join('');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(shown).toContain('\\u001b[31mred');
  });

  test('cannot bury the screen: long values are cut', () => {
    expect(valueText('x'.repeat(100_000)).length).toBeLessThan(2_000);
  });
});

test('nothing is told from null, and from an empty list', () => {
  expect([null, undefined, [], false].map(valueText)).toEqual(['not set', 'not set', '[]', 'false']);
});
