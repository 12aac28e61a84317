import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from './csv.ts';

/** A plain reader of RFC 4180. */
function readRow(csv: string): readonly string[] {
  const cells = [...csv.replace(/\r\n$/, '').matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/gs)];
  const texts = cells.map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
  return cells.at(-1)?.[0] === '' && cells.at(-2)?.[2] !== ',' ? texts.slice(0, -1) : texts;
}

describe('a spreadsheet', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '\u0000=1', '\uff1d1'])(
    'takes %j for text, not for a formula',
    (text) => {
      expect(readRow(toCsv([[text]]))).toEqual([`'${text}`]);
    },
  );

  test('takes names and ARNs as they are', () => {
    const arn = 'arn:aws:iam::111122223333:user/mallory';
    expect(toCsv([[arn, 'a b', 3, true, null]])).toBe(`${arn},a b,3,true,\r\n`);
  });

  test('finds every cell where it was, whatever stands in it', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (row) => {
        const read = readRow(toCsv([row]));
        expect(read.map((text, index) => (text === `'${row[index]}` ? row[index] : text))).toEqual(row);
      }),
    );
  });
});
