import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ServiceError } from '../src/local/endpoint/service-error.ts';
import { compilePattern } from '../src/local/services/events/pattern/compile.ts';
import { matchesPattern } from '../src/local/services/events/pattern/match.ts';

// Published cases of others, in JSON lines; they lie outside the project, so each file is looked at when it is there.
const folder = join(import.meta.dirname, '../../shared/corpus/patterns');

interface MatchCase {
  readonly pattern: unknown;
  readonly event: unknown;
  readonly expected: boolean | 'invalid';
}

interface ValidityCase {
  readonly patternText: string;
  readonly expected: 'valid' | 'invalid';
}

/** Where we differ knowingly, by the case's pattern. The rules that EventBridge documents win over its engine's. */
const differences = new Map([
  [
    '{"a": [ { "exactly": "child" } ] }',
    'an operator of the engine that EventBridge does not document; a plain value says the same',
  ],
  [
    '{"x": [{"numeric": ["=", 1E-325]}]}',
    'the engine refuses a number that is too small to hold; reading JSON here makes it 0',
  ],
]);

describe('the event-pattern matcher agrees with every published case of', () => {
  for (const name of ['moto', 'localstack', 'event_ruler_correctness', 'event_ruler']) {
    const cases = read<MatchCase>(name);
    test.skipIf(!cases)(cases ? `${name} (${cases.length})` : `${name}, which is not present`, () => {
      const wrong = (cases ?? []).filter((one) => verdict(one) !== one.expected);
      expect(wrong).toEqual([]);
    });
  }
});

describe('the event-pattern validator agrees with every published case of', () => {
  const cases = read<ValidityCase>('event_ruler_validation');
  test.skipIf(!cases)(
    `event_ruler_validation but ${differences.size}${cases ? '' : ', which is not present'}`,
    () => {
      const wrong = (cases ?? []).filter((one) => validity(one) !== one.expected);
      expect(wrong.map((one) => one.patternText)).toEqual([...differences.keys()]);
    },
  );
});

function read<Case>(name: string): readonly Case[] | undefined {
  const file = join(folder, `${name}.jsonl`);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Case);
}

function verdict({ pattern, event }: MatchCase): boolean | 'invalid' {
  return orInvalid(() => matchesPattern(compilePattern(JSON.stringify(pattern)), event));
}

function validity({ patternText }: ValidityCase): 'valid' | 'invalid' {
  return orInvalid(() => {
    compilePattern(patternText);
    return 'valid';
  });
}

function orInvalid<Answer>(ask: () => Answer): Answer | 'invalid' {
  try {
    return ask();
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'InvalidEventPatternException') return 'invalid';
    throw error;
  }
}
