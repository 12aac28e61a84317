import { describe, expect, test } from 'vitest';
import type { TrailReport } from '../domain/report.ts';
import { renderMail } from './mail.ts';
import { coverage, reports, restored, stopLogging } from './test-reports.ts';

const commandsOf = (mail: string) => mail.split('\n').filter((line) => line.includes('  aws cloudtrail '));

/** A mail without its line breaks, as people read it. */
const readingOf = (mail: string) => mail.replace(/\s+/g, ' ');

describe('a mail', () => {
  test('says in its first line what happened and whether it is over', () => {
    expect(renderMail(reports.restored)).toMatch(
      /^Trail main: "mallory" stopped logging, logging again\. Dark for 2\.4 s\.\n\n/,
    );
    expect(renderMail(reports['mode-notify'])).toMatch(
      /^DARK, trail main: "mallory" stopped logging, not put back\. Dark for 3\.1 s so far\.\n\n/,
    );
  });

  test('says that a restart is proven only when it is', () => {
    expect(renderMail(reports.restored)).toContain('Proven by reading it again');
    expect(renderMail(reports.refused)).not.toContain('Proven');
  });

  test('says that the caller is not known, and how to look for them', () => {
    const mail = renderMail(reports['restored-with-unknown-caller']);
    expect(readingOf(mail)).toContain('not known: no event of the call has arrived');
    expect(commandsOf(mail)[0]).toContain('AttributeKey=EventName,AttributeValue=StopLogging');
  });

  test('tells what the guard did not do, and why', () => {
    expect(readingOf(renderMail(reports.refused))).toContain('explicit deny in a service control policy');
  });

  test('is about the worst of several calls, and never about the guard’s own', () => {
    const harmless = { ...stopLogging, eventId: 'a', eventName: 'AddTags', techniqueId: null };
    const low = { ...stopLogging, eventId: 'b', eventName: 'RemoveTags', severity: 'low' } as const;
    const own = {
      ...stopLogging,
      eventId: 'c',
      isGuardsOwn: true,
      actor: { ...stopLogging.actor, name: 'guard' },
    };
    const mail = renderMail({ ...restored, calls: [harmless, own, low, stopLogging] });
    expect(mail).toContain('What         StopLogging: stopped logging (critical)');
    expect(mail).not.toContain('"guard"');
  });

  test('has commands that hold nothing a caller wrote', () => {
    const canary = 'CANARY';
    const call = {
      ...stopLogging,
      actor: { ...stopLogging.actor, name: canary, arn: canary },
      sourceIp: canary,
      userAgent: canary,
      trailAsRecorded: canary,
      region: canary,
      record: { requestParameters: { name: canary, [canary]: canary } },
    };
    const names = ['StopLogging', 'UpdateTrail', 'DeleteTrail', 'PutEventSelectors', 'RemoveTags', canary];
    for (const eventName of names) {
      const report: TrailReport = { ...reports.refused, calls: [{ ...call, eventName }] };
      for (const trail of [report.trail, null]) {
        const commands = commandsOf(renderMail({ ...report, trail }));
        expect(commands.length).toBeGreaterThan(1);
        expect(commands.join()).not.toContain(canary);
      }
    }
  });

  test('has labels and the lines beside them within 72 columns, but for what must be copied whole', () => {
    for (const report of Object.values(reports)) {
      const [, ...lines] = renderMail(report).split('\n');
      const long = lines.filter((line) => line.length > 72);
      expect(long.filter((line) => !/^.{13}\S+$|^ {13} +aws /.test(line))).toEqual([]);
    }
  });

  test('is cut between lines when it is absurdly long', () => {
    const because = '\u0001'.repeat(500);
    const some = coverage.trails.map((trail) => ({ ...trail, because }));
    const mail = renderMail({ ...coverage, trails: Array.from({ length: 40 }, () => some).flat() });
    expect(mail.length).toBeGreaterThan(30_000);
    expect(mail.length).toBeLessThanOrEqual(32_000);
    expect(mail).toMatch(/\n$/);
  });
});

describe('the first message', () => {
  test('says when nothing is guarded, that events cannot arrive then, and how to create a trail', () => {
    const mail = renderMail(reports['no-trail']);
    expect(mail).toMatch(/^NOTHING IS GUARDED/);
    expect(readingOf(mail)).toContain('EventBridge gets no CloudTrail events');
    expect(commandsOf(mail).join()).toMatch(/create-trail .*start-logging /);
  });

  test('says how to test the guard, and what is missed without other detectors', () => {
    const mail = renderMail(reports.coverage);
    expect(commandsOf(mail)[0]).toContain(
      'stop-logging --name arn:aws:cloudtrail:eu-central-1:111122223333:trail/main',
    );
    expect(readingOf(mail)).toContain('second, independent signal is missed; nothing else breaks');
  });
});
