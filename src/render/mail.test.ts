import { describe, expect, test } from 'vitest';
import type { TrailReport } from '../domain/telling/report.ts';
import { renderMail } from './mail.ts';
import { coverage, reports, restored, stopLogging } from './test-reports.ts';

const commandsOf = (mail: string) => mail.split('\n').filter((line) => /^ {15}(aws|trailkeeper) /.test(line));

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

  test('leaves nothing out without saying so', () => {
    const many = <Item>(item: Item) => Array.from({ length: 11 }, () => item);
    const notDone = many({ what: 'UpdateTrail was refused', why: 'denied' });
    const calls = many(0).map(() => ({ ...stopLogging }));
    const mail = renderMail({ ...restored, calls, notDone, lost: many('a'), toDo: many('b') });
    for (const label of ['To do', 'Not done', 'Lost', 'Event'])
      expect(mail.split(`\n${label}`)[1]?.split(/\n[A-Z]/)[0]).toContain('and 3 more');
    const gap = { ...reports['calls-in-the-dark'].gap, notableCount: 30, principalCount: 12 };
    const inTheDark = readingOf(renderMail({ ...reports['calls-in-the-dark'], gap }));
    expect(inTheDark).toMatch(/LOOK AT 30 CALLS .* by 12 principals\. .* and 28 more Who .* and 10 more/);
  });

  test('that the guard goes says that nobody knows yet who took it away, and how to look for them', () => {
    const mail = renderMail(reports.removal);
    expect(readingOf(mail)).toMatch(/Who not known: .*AttributeValue=DeleteStack .*Not guarded/);
  });

  test('says that the caller is not known, and how to look for them', () => {
    const mail = renderMail(reports['restored-with-unknown-caller']);
    expect(readingOf(mail)).toContain('not known: no event of the call has arrived');
    expect(commandsOf(mail).join()).toContain('AttributeKey=EventName,AttributeValue=StopLogging');
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
        for (const baseline of [report.baseline, null]) {
          const commands = commandsOf(renderMail({ ...report, trail, baseline }));
          expect(commands.length).toBeGreaterThan(1);
          expect(commands.join()).not.toContain(canary);
        }
      }
    }
  });

  test('has labels and the lines beside them within 72 columns, but for what must be copied whole', () => {
    for (const report of Object.values(reports)) {
      const [, ...lines] = renderMail(report).split('\n');
      const long = lines.filter((line) => line.length > 72);
      expect(long.filter((line) => !/^.{13}\S+$|^ {15}(aws|trailkeeper) /.test(line))).toEqual([]);
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

describe('what a person has to do', () => {
  test('comes first while it is not over', () => {
    for (const name of ['refused', 'mode-notify', 'bucket-policy-beyond-scope', 'partly-put-back'] as const) {
      expect(renderMail(reports[name]).split('\n')[2]).toMatch(/^To do {8}/);
    }
    expect(renderMail(reports.restored)).not.toContain('To do');
  });

  test('is the plan, as commands that put back exactly what was approved', () => {
    const commands = commandsOf(renderMail(reports['partly-put-back'])).slice(0, 2);
    expect(commands).toEqual([
      expect.stringMatching(/aws s3api put-bucket-versioning .* '\{"Status":"Enabled"\}'/),
      expect.stringMatching(/aws s3api put-public-access-block .*"BlockPublicPolicy":true/),
    ]);
  });

  test('includes what AWS refused the guard', () => {
    expect(commandsOf(renderMail(reports.refused))[0]).toContain('aws cloudtrail start-logging --name arn:');
  });

  test('is left to trailkeeper where the command is too long to be read', () => {
    const [command] = commandsOf(renderMail(reports['bucket-policy-beyond-scope']));
    expect(command).toMatch(/^ +trailkeeper restore --trail arn:\S+ --region eu-central-1$/);
  });

  test('is never to point a trail at a bucket that may be a stranger’s', () => {
    const commands = commandsOf(renderMail(reports['bucket-squatted'])).join();
    expect(commands).toContain('trailkeeper restore');
    expect(commands).not.toContain('update-trail');
  });

  test('is told in general where nobody approved what the trail must be', () => {
    expect(commandsOf(renderMail(reports.updated)).join()).toMatch(
      /update-trail --name arn:\S+ --s3-bucket-name BUCKET/,
    );
  });
});

describe('the answers', () => {
  const oursOf = (name: keyof typeof reports) =>
    commandsOf(renderMail(reports[name]).split('\nThis was us')[1]?.split('\nNot us')[0] ?? '').join();
  const notOursOf = (name: keyof typeof reports) => renderMail(reports[name]).split('\nNot us')[1] ?? '';

  test('approve the one field that was changed, or all of them', () => {
    expect(oursOf('bucket-redirected')).toContain(
      'baseline approve --trail arn:aws:cloudtrail:eu-central-1:111122223333:trail/main --path trail"."S3BucketName ',
    );
    expect(oursOf('everything-off-at-once')).toMatch(/baseline approve --trail \S+ --region/);
  });

  test('end the guarding of a trail that was stopped or deleted, and never approve that', () => {
    for (const name of ['restored', 'trail-created-again'] as const) {
      expect(oursOf(name)).toMatch(/window open .*baseline retire /s);
      expect(oursOf(name)).not.toContain('approve');
    }
  });

  test('say whose credentials it takes wherever something is approved, retired or opened', () => {
    for (const report of Object.values(reports)) {
      const mail = renderMail(report);
      if (/baseline (approve|retire)/.test(mail) && report.kind === 'trail')
        expect(readingOf(mail)).toContain(
          'your own credentials, of a principal that the guard’s parameter ApprovedPrincipals names',
        );
    }
  });

  test('show what was done in the dark when it was nobody of yours', () => {
    expect(notOursOf('restored')).toContain('trailkeeper incidents show main-20261120T211405Z --gap');
    expect(readingOf(notOursOf('restored'))).toContain('Take these credentials for stolen');
    expect(readingOf(notOursOf('bucket-redirected-unseen'))).toContain('Find out who it was');
  });

  test('have no path that somebody else could have named', () => {
    const [drift] = reports['bucket-redirected'].drifts;
    const drifts = [{ ...drift, path: 'tags.$(id)' as const }] as TrailReport['drifts'];
    const mail = renderMail({ ...reports['bucket-redirected'], drifts });
    expect(commandsOf(mail).join()).not.toMatch(/--path|\$/);
  });
});

describe('a call about no trail', () => {
  test('is told without one', () => {
    for (const name of ['guard-attacked', 'account-attacked'] as const) {
      const mail = renderMail(reports[name]);
      expect(mail).toMatch(/^"mallory" (disabled a rule of the guard|deregistered)/);
      expect(mail).not.toMatch(/^Trail|unknown,|TRAIL_ARN/m);
    }
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
    expect(commandsOf(mail).join()).toContain(
      'stop-logging --name arn:aws:cloudtrail:eu-central-1:111122223333:trail/main',
    );
    expect(readingOf(mail)).toContain('second, independent signal is missed; nothing else breaks');
  });
});
