import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderMail } from './mail.ts';
import { renderOneLine } from './one-line.ts';
import { renderSubject } from './subject.ts';
import { reports } from './test-reports.ts';

/**
 * `GOLDEN=update vitest run src/render/golden.test.ts` writes the files anew: read the difference before you commit it.
 */
describe('a mail is word for word what was read and found good', () => {
  test.each(Object.entries(reports))('%s', (name, report) => {
    const file = new URL(`golden/${name}.txt`, import.meta.url);
    const text = `Subject: ${renderSubject(report)}\n\n${renderMail(report)}\nOne line: ${renderOneLine(report)}\n`;
    if (process.env.GOLDEN === 'update') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  test('and no mail is kept that nothing writes', () => {
    const kept = readdirSync(new URL('golden/', import.meta.url));
    expect(kept.toSorted()).toEqual(
      Object.keys(reports)
        .map((name) => `${name}.txt`)
        .toSorted(),
    );
  });
});
