import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ended, type Result, runCorpus, techniquesOf } from '../bench/corpus/run-corpus.ts';
import { inRoot } from '../scripts/project.ts';
import { ATTACKS } from '../src/local/run/attacks/index.ts';
import { NOT_ACTED } from '../src/local/run/attacks/state-attacks.ts';
import { isAboutHarm } from '../src/local/run/attacks/verdict.ts';

/** Most of a world is waiting; more at once than this only get into each other's way. */
const WORLDS_PER_CORE = 5;

let corpus: ReadonlyMap<string, Result>;

beforeAll(async () => {
  const results = await runCorpus(ATTACKS, {
    template: readFileSync(inRoot('trailkeeper.template.json'), 'utf8'),
    atOnce: Math.min(10, availableParallelism() * WORLDS_PER_CORE),
  });
  corpus = new Map(results.map((result) => [result.attack.id, result]));
}, 900_000);

const resultOf = (id: string): Result => {
  const result = corpus.get(id);
  if (!result) throw new Error(`${id} was not acted out`);
  return result;
};

const nameOf = ({ id, name }: { readonly id: string; readonly name: string }) => `${id} ${name}`;

/** What a test shows when it fails: what is left, and what was told. */
const inShort = (ended: Ended | undefined, { errors }: Result) => ({
  errors,
  left: ended?.left,
  told: ended?.reports.map(({ kind, outcome, findings }) => ({
    kind,
    outcome,
    findings: (findings as { techniqueId: string }[] | undefined)?.map(({ techniqueId }) => techniqueId),
  })),
});

function expectPromiseKept(result: Result, ended: Ended | undefined): void {
  const { ends, isHeardLater } = result.attack;
  const seen = inShort(ended, result);
  expect(ended, JSON.stringify(seen)).toBeDefined();
  expect(ended?.isDarkAndSilent, JSON.stringify(seen)).toBe(false);
  if (ends === 'restored' || ends === 'harmless') expect(seen.left, JSON.stringify(seen)).toEqual([]);
  if (ends !== 'harmless' && !isHeardLater) expect(ended?.isToldPrecisely, JSON.stringify(seen)).toBe(true);
}

describe('the catalogue', () => {
  it('is acted out from end to end, but for what cannot be', () => {
    const ids = [...ATTACKS, ...NOT_ACTED].map(({ id }) => Number(id.slice('CT-'.length)));
    expect(ids.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 118 }, (_, index) => index + 1),
    );
  });

  it('has a technique or more for each attack', () => {
    for (const attack of ATTACKS)
      expect([nameOf(attack), techniquesOf(attack)]).not.toEqual([nameOf(attack), []]);
  });

  it('calls each attack by a name of its own', () => {
    expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
  });
});

describe('an attack whose event comes is put back or told', () => {
  it.each(ATTACKS.filter(({ seenBy }) => seenBy !== 'state').map((attack) => [nameOf(attack), attack.id]))(
    '%s',
    (_, id) => expectPromiseKept(resultOf(id), resultOf(id).event),
  );
});

describe('an attack whose event is lost is put back or told by the next sweep', () => {
  it.each(ATTACKS.filter(({ seenBy }) => seenBy !== 'event').map((attack) => [nameOf(attack), attack.id]))(
    '%s',
    (_, id) => expectPromiseKept(resultOf(id), resultOf(id).lost),
  );
});

describe('what only an event shows leaves no trail dark when the event is lost', () => {
  it.each(ATTACKS.filter(({ seenBy }) => seenBy === 'event').map((attack) => [nameOf(attack), attack.id]))(
    '%s',
    (_, id) =>
      expect(
        resultOf(id).lost?.isDarkAndSilent,
        JSON.stringify(inShort(resultOf(id).lost, resultOf(id))),
      ).toBe(false),
  );
});

describe('what looks like an attack and harms nothing is left alone, and nobody is alarmed', () => {
  it.each(
    ATTACKS.flatMap((attack) =>
      attack.twin ? [[`${nameOf(attack)}: ${attack.twin.title}`, attack.id]] : [],
    ),
  )('%s', (_, id) => {
    const { twin, errors } = resultOf(id);
    expect(twin, errors.join()).toBeDefined();
    expect(twin?.changes).toEqual([]);
    expect(twin?.reports.filter(isAboutHarm)).toEqual([]);
  });
});

describe('a denied try changes nothing, and the guard changes nothing over it', () => {
  it.each(ATTACKS.filter(({ hasNoAttempt }) => !hasNoAttempt).map((attack) => [nameOf(attack), attack.id]))(
    '%s',
    (_, id) => {
      const { attempt, errors } = resultOf(id);
      expect(attempt, errors.join()).toBeDefined();
      expect(attempt?.changes).toEqual([]);
    },
  );
});
