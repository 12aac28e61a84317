import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Explanation, explainText } from '../src/cli/explain.ts';

const CORPUS = path.join(import.meta.dirname, '../../shared/corpus');
const hasCorpus = existsSync(CORPUS);

interface Labelled {
  readonly line: number;
  readonly eventSource: string;
  readonly errorCode: string;
  readonly scope: string;
  readonly label: string;
  readonly explained: Explanation;
}

function read(folder: string): readonly Labelled[] {
  const { lines, hasErrors } = explainText(readFileSync(path.join(CORPUS, folder, 'events.jsonl'), 'utf8'));
  expect(hasErrors).toBe(false);
  const [head = '', ...rows] = readFileSync(path.join(CORPUS, folder, 'index.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(rows.length);
  const columns = head.split('\t');
  return rows.map((row, index) => {
    const cells = row.split('\t');
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    return {
      line: Number(cell('line')),
      eventSource: cell('eventSource'),
      errorCode: cell('errorCode'),
      scope: cell('scope'),
      label: cell('label'),
      explained: lines[index] as Explanation,
    };
  });
}

const isOfCloudTrail = ({ eventSource }: Labelled) => eventSource === 'cloudtrail.amazonaws.com';

describe.skipIf(!hasCorpus)('published records', () => {
  test('every labelled attack on a trail is recognised, and nothing else is', () => {
    const records = read('stratus_detonation_logs');
    const attacks = records.filter(
      (record) => record.label.startsWith('tampering') && isOfCloudTrail(record),
    );
    expect(attacks.map(({ explained }) => explained.technique)).toEqual([
      'cloudtrail.delete-trail',
      'cloudtrail.management-events-off',
      'cloudtrail.stop-logging',
    ]);
    const others = records.filter((record) => !attacks.includes(record));
    expect(others.filter(({ explained }) => explained.tampering || explained.technique)).toEqual([]);
  });

  test.each([['stratus_detonation_logs'], ['aws_docs_samples'], ['fivexl_cloudtrail_to_slack']])(
    'an error code in %s means that the call failed',
    (folder) => {
      for (const { errorCode, explained } of read(folder)) {
        if (errorCode) expect(explained.outcome).toBe('failed');
      }
    },
  );

  test('samples of the user guides hold no attack that a record shows by itself', () => {
    const shown = read('aws_docs_samples').filter(({ explained }) => explained.tampering);
    expect(shown).toEqual([]);
  });

  test('anonymised records of a publisher are read, though their account ids are none', () => {
    const shown = read('fivexl_cloudtrail_to_slack').filter(({ explained }) => explained.tampering);
    expect(shown.map(({ explained }) => [explained.eventName, explained.trail])).toEqual([
      ['StopLogging', 'XXXXXXXXXXX'],
      ['DeleteTrail', 'XXXXXXXXXXX'],
    ]);
  });
});
