import { describe, expect, test } from 'vitest';
import type { Report } from '../domain/telling/report.ts';
import { renderMail } from './mail.ts';
import { renderMessage } from './message.ts';
import { renderSubject } from './subject.ts';
import { attempts, OURS, reports, restored, stopLogging } from './test-reports.ts';

const partsOf = (report: Report) => JSON.parse(renderMessage(report).Message);
const machinesGet = (report: Report) => JSON.parse(partsOf(report).default);

/** The largest report AWS and its callers can make us write: every text of others all control characters, which JSON writes longest. */
function swell<T>(value: T, size: number): T {
  const swollen = JSON.stringify(value, (field, inner: unknown) => {
    if (typeof inner === 'string') return OURS.has(field) ? inner : '\u0001'.repeat(size);
    return Array.isArray(inner) && inner.length > 0 ? Array.from({ length: 12 }, () => inner[0]) : inner;
  });
  return JSON.parse(swollen);
}

describe('a message', () => {
  test.each(Object.entries(reports))(
    'gives prose to people and the whole report to machines: %s',
    (_, report) => {
      expect(renderMessage(report)).toMatchObject({
        Subject: renderSubject(report),
        MessageStructure: 'json',
      });
      const { default: machines, email, sms } = partsOf(report);
      expect(JSON.parse(machines)).toEqual(report);
      expect(email).toBe(renderMail(report));
      expect(sms.length).toBeLessThanOrEqual(140);
    },
  );

  test('leaves out the records first when it would be too large, and says so', () => {
    const record = { requestParameters: { name: 'x'.repeat(100_000) } };
    const large = {
      ...restored,
      calls: [
        { ...stopLogging, record },
        { ...stopLogging, record },
      ],
    };
    const emptied = { ...stopLogging, record: {} };
    expect(machinesGet(large)).toEqual({
      ...restored,
      calls: [emptied, emptied],
      shortened: 'records-left-out',
    });
  });

  test('then cuts lists and texts, and says so', () => {
    const error = { code: 'AccessDenied', message: '😀'.repeat(50_000) };
    const large = { ...attempts, calls: Array.from({ length: 30 }, () => ({ ...stopLogging, error })) };
    const sent = machinesGet(large);
    expect(sent.shortened).toBe('lists-and-texts-cut');
    expect(sent.schema).toBe(attempts.schema);
    expect(sent.calls).toHaveLength(5);
    expect(sent.calls[0].error.message).toMatch(/^😀{102,}\.\.\.😀{52,}$/u);
  });

  test.each(Object.entries(reports))('fits what SNS takes however large its report is: %s', (_, report) => {
    const { Subject, Message } = renderMessage(swell(report, 1_000));
    expect(Subject).toMatch(/^[ -~]{1,99}$/);
    expect(Buffer.byteLength(Message)).toBeLessThan(256 * 1024 - 16 * 1024);
    expect(JSON.parse(JSON.parse(Message).default).kind).toBe(report.kind);
  });
});
