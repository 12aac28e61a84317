import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isJsonObject } from '../domain/json.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { readRecord } from '../signals/read-record.ts';
import { TECHNIQUES } from './index.ts';
import { matchCall } from './match-call.ts';

/** A case is the technique's own event, with some fields replaced. */
interface Case {
  readonly name: string;
  readonly record: Readonly<Record<string, unknown>>;
  /** The ids of all techniques the record shows, the most severe first. */
  readonly findings: readonly string[];
}

const HERE = import.meta.dirname;
const folderOf = (id: string) => path.join(HERE, id.replace('cloudtrail.', ''));
const readJson = (id: string, file: string): unknown =>
  JSON.parse(readFileSync(path.join(folderOf(id), file), 'utf8'));

function techniquesShownBy(record: unknown): string[] {
  const call = readRecord(isJsonObject(record) ? record : {});
  if ('unusable' in call) throw new Error(call.unusable.detail);
  return matchCall(call).map(({ technique }) => technique.id);
}

describe.each(TECHNIQUES)('$id', ({ id }) => {
  const event = readJson(id, 'event.json') as object;
  const cases = readJson(id, 'cases.json') as readonly Case[];

  test('is shown by its own event', () => {
    expect(techniquesShownBy(event)).toContain(id);
  });

  test.each(cases)('$name', ({ record, findings }) => {
    expect(techniquesShownBy({ ...event, ...record })).toEqual(findings);
  });

  test('has a benign twin among its cases', () => {
    expect(cases.some(({ findings }) => !findings.includes(id))).toBe(true);
  });

  test('is in its own folder, and nothing of it imports its documentation', () => {
    expect(existsSync(path.join(folderOf(id), 'docs.ts'))).toBe(true);
    expect(readFileSync(path.join(folderOf(id), 'technique.ts'), 'utf8')).not.toContain('docs.ts');
  });
});

describe('the registry', () => {
  test('has every folder once', () => {
    const folders = globSync('*/technique.ts', { cwd: HERE }).map((file) => path.dirname(file));
    expect(TECHNIQUES.map(({ id }) => id.replace('cloudtrail.', '')).sort()).toEqual(folders.sort());
  });

  test('is ordered by severity, the worst first', () => {
    const ranks = TECHNIQUES.map(({ severity }) => SEVERITIES.indexOf(severity));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  test('takes no documentation into the function', () => {
    for (const file of globSync('*.ts', { cwd: HERE, exclude: ['*.test.ts'] })) {
      expect(readFileSync(path.join(HERE, file), 'utf8')).not.toMatch(/docs\.ts/);
    }
  });

  const catalogue = path.join(HERE, '../../../shared/attacks.json');
  test.skipIf(!existsSync(catalogue))('names ids of the public catalogue only, with its severity', () => {
    const entries = JSON.parse(readFileSync(catalogue, 'utf8')) as readonly {
      readonly id: string;
      readonly severity: string;
    }[];
    for (const { catalogue: ids, severity } of TECHNIQUES) {
      const found = ids.map((id) => entries.find((entry) => entry.id === id));
      expect(found).not.toContain(undefined);
      expect(found[0]?.severity).toBe(severity);
    }
  });
});
