import { describe, expect, test } from 'vitest';
import { renderSubject } from './subject.ts';
import { reports, restored, session, stopLogging } from './test-reports.ts';

describe('a subject', () => {
  test('tells what happened, to which trail, by whom, and whether it is over', () => {
    expect(renderSubject(reports.restored)).toBe(
      '[trailkeeper] trail main: "mallory" stopped logging, logging again (111122223333 eu-central-1)',
    );
  });

  test('names the trail’s home Region, not the guard’s', () => {
    const trail = { ...restored.trail, name: 'main', arn: '', homeRegion: 'us-east-1' };
    expect(renderSubject({ ...restored, trail })).toMatch(/\(111122223333 us-east-1\)$/);
  });

  test('begins with the worst: a trail that is dark', () => {
    expect(renderSubject(reports['mode-notify'])).toMatch(/^\[trailkeeper\] DARK, trail main: /);
    expect(renderSubject(reports['still-dark'])).toMatch(/^\[trailkeeper\] STILL DARK for 1 h, trail main: /);
    expect(renderSubject(reports['nothing-guarded'])).toMatch(/^\[trailkeeper\] NOTHING IS GUARDED/);
  });

  test('does not call a trail dark that could not be read', () => {
    expect(renderSubject({ ...reports.refused, outcome: 'undetermined' })).toMatch(/PERHAPS DARK, /);
  });

  test('is different for each thing that can happen', () => {
    const subjects = Object.values(reports).map(renderSubject);
    // Having no trail at all reads like having none that is guarded: the message tells them apart. And one is about the same calls.
    expect(new Set(subjects).size).toBe(subjects.length - 2);
  });

  test('takes room from names before it takes it from facts', () => {
    const call = { ...stopLogging, actor: session };
    expect(renderSubject({ ...restored, calls: [call] })).toBe(
      '[trailkeeper] trail main: "Organ....com" stopped logging, logging again (111122223333 eu-central-1)',
    );
  });

  test('writes an apostrophe as ASCII has it', () => {
    const call = { ...stopLogging, done: 'deleted the guard’s function' };
    expect(renderSubject({ ...restored, calls: [call] })).toContain(`deleted the guard's function`);
  });

  test('keeps its end when all is too long', () => {
    const actor = { ...session, name: 'x'.repeat(500) };
    const trail = { name: 'y'.repeat(128), arn: 'z'.repeat(500), homeRegion: 'r'.repeat(99) };
    const guard = { ...restored.guard, accountId: '9'.repeat(99) };
    const subject = renderSubject({ ...restored, guard, trail, calls: [{ ...stopLogging, actor }] });
    expect(subject.length).toBeLessThan(100);
    expect(subject).toMatch(/^\[trailkeeper\] .*\)$/);
  });
});
