import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../domain/telling/report.ts';
import { renderMail } from './mail.ts';
import { renderMessage } from './message.ts';
import { renderOneLine } from './one-line.ts';
import { renderSubject } from './subject.ts';
import { linksIn, unseenIn } from './test-inert.ts';
import { OURS, reports } from './test-reports.ts';

/** The report with other texts in the fields that others fill, also in the names of a request's fields. */
function replaceTexts<T>(value: T, next: (field: string) => string | undefined): T {
  const replace = (field: string, inner: unknown): unknown => {
    if (typeof inner === 'string') return OURS.has(field) ? inner : (next(field) ?? inner);
    if (Array.isArray(inner)) return inner.map((item) => replace(field, item));
    if (typeof inner !== 'object' || inner === null) return inner;
    const isRequest = field === 'requestParameters' || field === 'input';
    return Object.fromEntries(
      Object.entries(inner).map(([name, item]) => [
        isRequest ? (next(name) ?? name) : name,
        replace(name, item),
      ]),
    );
  };
  return replace('', value) as T;
}

function expectInert(report: Report) {
  const mail = renderMail(report);
  expect(linksIn(mail)).toEqual([]);
  expect(unseenIn(mail)).toEqual([]);
  // No text from outside starts a line where labels and the headline stand.
  expect(
    mail
      .split('\n')
      .slice(1)
      .filter((line) => !/^([A-Z][\w ]{1,12}|\s{13})\S|^$|^ {15}(aws|trailkeeper) /.test(line)),
  ).toEqual([]);
  expect(Buffer.byteLength(mail)).toBeLessThan(128 * 1024);
  const line = renderOneLine(report);
  expect(unseenIn(line)).toEqual([]);
  expect(line).not.toContain('\n');
  expect(line.length).toBeLessThan(4_500);
  expect(renderSubject(report)).toMatch(/^[ -~]{1,99}$/);
  const { default: machines, email } = JSON.parse(renderMessage(report).Message);
  expect(JSON.parse(machines).schema).toBe(report.schema);
  expect(email).toBe(mail);
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is what attackers of Java's log4j write
const lookup = '${jndi:ldap://x}';

const fragments = [
  'https://evil.example/',
  'www.',
  'evil.com',
  '@',
  'javascript:',
  '\\\\evil\\',
  '\r\n',
  '\n\nTrail',
  '\u202e',
  '\u200b',
  '\ud83d',
  '\udc00',
  '\u0000',
  '\u001b]8;;',
  '"',
  '`',
  '$(id)',
  lookup,
  '$&',
  '@',
  '#',
  ' ',
  '。',
  '．com',
];
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 2_000 }),
  fc
    .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 5 })), { maxLength: 12 })
    .map((parts) => parts.join('')),
);

describe('whatever others write, what people get is inert, and SNS takes it', () => {
  test.each(Object.entries(reports))('in all fields at once: %s', (_, report) => {
    fc.assert(
      fc.property(fc.infiniteStream(hostileText), (texts) => {
        expectInert(replaceTexts<Report>(report, () => texts.next().value));
      }),
      { numRuns: 60 },
    );
  });

  test.each(Object.entries(reports))('in some fields, the others as they are: %s', (_, report) => {
    const choices = fc.infiniteStream(fc.option(hostileText, { nil: undefined }));
    fc.assert(
      fc.property(choices, (texts) => {
        expectInert(replaceTexts<Report>(report, () => texts.next().value));
      }),
      { numRuns: 60 },
    );
  });
});

const payloadFolder = new URL('../../../shared/corpus/payloads/', import.meta.url);
const hasPayloads = existsSync(payloadFolder);

/** Hundreds of payloads, each in ten reports: a busy machine needs longer than a test gets. */
const PAYLOADS_TAKE_MS = 30_000;

describe.skipIf(!hasPayloads)('payloads that are known to break things are inert in every field', () => {
  const files = hasPayloads ? readdirSync(payloadFolder).filter((name) => !name.endsWith('.md')) : [];
  test.each(files)(
    '%s',
    (name) => {
      const text = readFileSync(new URL(name, payloadFolder), 'utf8');
      const payloads: readonly string[] = name.endsWith('.json') ? JSON.parse(text) : text.split('\n');
      for (const payload of payloads) {
        for (const report of [
          reports.updated,
          reports.refused,
          reports.attempts,
          reports.coverage,
          reports['seen-by-findings'],
          reports['hostile-state'],
          reports['unread-parts'],
          reports['baseline-approved'],
          reports['window-used'],
          reports['calls-in-the-dark'],
        ])
          expectInert(replaceTexts<Report>(report, () => payload));
      }
    },
    PAYLOADS_TAKE_MS,
  );
});
