import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { techniqueOf } from '../domain/detect.ts';
import type { Drift } from '../domain/drift.ts';
import { isJsonObject } from '../domain/json.ts';
import { RESTORING_CALLS } from '../domain/restoring-call.ts';
import { SEVERITIES } from '../domain/severity.ts';
import type { Technique } from '../domain/technique.ts';
import { readRecord } from '../signals/read-record.ts';
import { folderOf, nameOf } from './folder-of.ts';
import { TECHNIQUES } from './index.ts';
import { doneBy } from './informational-calls.ts';
import { matchCall } from './match-call.ts';
import { SEEN_OTHERWISE } from './seen-otherwise.ts';

/** A case is the technique's own event with some fields replaced, or a difference in the state. */
type Case = {
  readonly name: string;
  /** The ids of all techniques the record shows, the most severe first; of a difference, of the one that it is. */
  readonly findings: readonly string[];
} & ({ readonly record: Readonly<Record<string, unknown>> } | { readonly drift: Drift });

const HERE = import.meta.dirname;
const ALL = [...TECHNIQUES, ...SEEN_OTHERWISE];
const readJson = (id: string, file: string): unknown =>
  JSON.parse(readFileSync(path.join(folderOf(id), file), 'utf8'));

/** None where no call does it. */
const readEvent = ({ id, calls }: Technique): object =>
  calls.length > 0 ? (readJson(id, 'event.json') as object) : {};

function read(record: unknown) {
  const call = readRecord(isJsonObject(record) ? record : {});
  if ('unusable' in call) throw new Error(call.unusable.detail);
  return call;
}

/** A technique on the guard is looked at with a call on one of its parts, any other with a call on something else. */
const shownByRecord = (record: unknown, { subject }: Technique): string[] =>
  matchCall(read(record), subject === 'guard').map(({ technique }) => technique.id);

/** Whatever is weaker must be somebody's. */
const shownByDrift = (drift: Drift): string[] => {
  const id = techniqueOf(drift, TECHNIQUES)?.id;
  if (id) return [id];
  return drift.class === 'weaker' ? [`nobody’s: ${drift.path}`] : [];
};

describe.each(TECHNIQUES)('$id', (technique) => {
  const { id, calls, done, drift, request, restore, lost, toDo } = technique;
  const event = readEvent(technique);
  const cases = readJson(id, 'cases.json') as readonly Case[];

  test.each(cases)('$name', ({ findings, ...given }) => {
    expect(
      'drift' in given ? shownByDrift(given.drift) : shownByRecord({ ...event, ...given.record }, technique),
    ).toEqual(findings);
  });

  test.runIf(calls.length > 0)(
    'its own event is one of its calls, and shows it unless only the state does',
    () => {
      const { eventSource, eventName } = read(event);
      const names = calls
        .filter((call) => call.eventSource === eventSource)
        .flatMap((call) => call.eventNames);
      expect(names).toContain(eventName);
      expect(shownByRecord(event, technique).includes(id)).toBe(request !== 'state');
    },
  );

  test('has a case for each way it is seen, a benign twin, and a failed attempt where there are calls', () => {
    const shows = cases.filter(({ findings }) => findings.includes(id));
    if (drift.length > 0) expect(shows.some((one) => 'drift' in one)).toBe(true);
    expect(shows.length).toBeLessThan(cases.length);
    const isFailed = (one: Case) => 'record' in one && typeof one.record.errorCode === 'string';
    if (calls.length > 0) expect(cases.some(isFailed)).toBe(true);
  });

  test('its texts fit into a message, and its calls back are known', () => {
    for (const text of [lost, toDo]) {
      expect(text.length).toBeLessThanOrEqual(145);
      expect(text).toMatch(/^\p{Lu}.*\.$/u);
    }
    expect(done).not.toMatch(/[.;]$/);
    expect(restore.every((call) => call in RESTORING_CALLS)).toBe(true);
  });

  test('a call of it that shows nothing is told in words of its own', () => {
    if (request === undefined) return;
    for (const { eventSource, eventNames } of calls)
      for (const eventName of eventNames) {
        const isAlwaysShown = shownByRecord({ eventSource, eventName }, technique).includes(id);
        if (!isAlwaysShown) expect(doneBy({ eventSource, eventName })).not.toBe('made another call');
      }
  });

  test('is in its own folder, and nothing of it imports its documentation', () => {
    expect(existsSync(path.join(folderOf(id), 'docs.ts'))).toBe(true);
    expect(readFileSync(path.join(folderOf(id), 'technique.ts'), 'utf8')).not.toContain('docs.ts');
  });
});

describe('the registry', () => {
  test('has every folder once', () => {
    const folders = globSync('*/technique.ts', { cwd: HERE }).map((file) => path.dirname(file));
    expect(ALL.map(({ id }) => nameOf(id)).sort()).toEqual(folders.sort());
  });

  test.each([
    ['what a call or the state shows', TECHNIQUES],
    ['what is seen otherwise', SEEN_OTHERWISE],
  ])('is ordered by severity, the worst first: %s', (_, techniques) => {
    const ranks = techniques.map(({ severity }) => SEVERITIES.indexOf(severity));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  test('says of each technique how it is seen: by calls, in the state, or otherwise', () => {
    const isNamed = ({ calls, drift }: Technique) => calls.length > 0 || drift.length > 0;
    expect(TECHNIQUES.filter((technique) => !isNamed(technique))).toEqual([]);
    expect(SEEN_OTHERWISE.filter(isNamed)).toEqual([]);
  });

  test('takes no documentation into the function', () => {
    for (const file of globSync('*.ts', { cwd: HERE, exclude: ['*.test.ts'] })) {
      expect(readFileSync(path.join(HERE, file), 'utf8')).not.toMatch(/docs\.ts/);
    }
  });
});

/** Calls of the catalogue that no technique of ours watches, with the reason. */
const NOT_WATCHED: Readonly<Record<string, string>> = {
  'CT-57 JobCreated': 's3.batch-job-created does: its record names no bucket',
  'CT-88 PutObject': 'no baseline lies in a bucket',
  'CT-108 CreateBucket': 'it is made in another account',
};

/** Entries of which one part can be put back and another cannot: each is a technique. */
const SHARED_OUT: ReadonlySet<string> = new Set(['CT-63']);

const catalogue = path.join(HERE, '../../../shared/attacks.json');
describe.skipIf(!existsSync(catalogue))('the public catalogue', () => {
  const entries = (existsSync(catalogue) ? JSON.parse(readFileSync(catalogue, 'utf8')) : []) as readonly {
    readonly id: string;
    readonly severity: string;
    readonly eventName: readonly string[];
  }[];

  test('has each of its entries claimed by one technique, or shared out among several', () => {
    const claimed = ALL.flatMap((technique) => technique.catalogue);
    expect([...new Set(claimed)].toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
    const shared = claimed.filter((id, index) => claimed.indexOf(id) !== index);
    expect(new Set(shared)).toEqual(SHARED_OUT);
  });

  test.each(ALL.filter((technique) => technique.catalogue.length > 0))(
    'gives $id its severity and the calls it watches',
    (technique) => {
      const { catalogue: ids, severity } = technique;
      const found = entries.filter(({ id }) => ids.includes(id));
      expect(found.map((entry) => entry.severity)).toEqual(ids.map(() => severity));
      if (SEEN_OTHERWISE.includes(technique)) return;
      const sharing = ALL.filter(({ catalogue }) => catalogue.some((id) => ids.includes(id)));
      const watched = sharing.flatMap(({ calls }) => calls).flatMap(({ eventNames }) => eventNames);
      const named = found.flatMap(({ id, eventName }) => eventName.map((name) => [id, name] as const));
      const missing = named.filter(([, name]) => /^[A-Z]\w+$/.test(name) && !watched.includes(name));
      expect(missing.filter(([id, name]) => !(`${id} ${name}` in NOT_WATCHED))).toEqual([]);
    },
  );
});
