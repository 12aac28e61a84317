import type { Attack } from '../../src/local/run/attacks/attack.ts';
import { type GuardedWorld, openWorld } from '../../src/local/run/attacks/open-world.ts';
import { makeReady, type Performance, perform } from '../../src/local/run/attacks/perform.ts';
import { playTwins, type Rehearsal, tryDenied } from '../../src/local/run/attacks/rehearse.ts';
import { judge, type Verdict } from '../../src/local/run/attacks/verdict.ts';
import { TECHNIQUES } from '../../src/techniques/index.ts';
import { SEEN_OTHERWISE } from '../../src/techniques/seen-otherwise.ts';
import { PassingTime } from '../../test/passing-time.ts';
import { planWorlds, type Run, type WorldPlan } from './worlds.ts';

/** What came of one attack of the catalogue. */
export interface Result {
  readonly attack: Attack;
  readonly event?: Ended;
  readonly lost?: Ended;
  readonly twin?: Rehearsal;
  readonly attempt?: Rehearsal;
  /** What kept it from being acted out. */
  readonly errors: readonly string[];
}

export type Ended = Performance & Verdict;

interface Options {
  readonly template: string;
  /** Worlds at the same time: most of each is waiting. */
  readonly atOnce: number;
  readonly onWorld?: (plan: WorldPlan, ms: number) => void;
}

/** Acts every attack out, with its event and without, beside its benign twin and a denied try. */
export async function runCorpus(
  attacks: readonly Attack[],
  { template, atOnce, onWorld }: Options,
): Promise<readonly Result[]> {
  const results = new Map<string, Result>(attacks.map((attack) => [attack.id, { attack, errors: [] }]));
  const add: Add = (attack, came) => {
    const before = results.get(attack.id) ?? { attack, errors: [] };
    results.set(attack.id, { ...before, ...came, errors: [...before.errors, ...(came.errors ?? [])] });
  };
  const waiting = [...planWorlds(attacks)];
  const work = async () => {
    for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
      const startedAt = performance.now();
      await playWorld(plan, template, add);
      onWorld?.(plan, performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return [...results.values()];
}

type Add = (attack: Attack, came: Partial<Result>) => void;

async function playWorld(plan: WorldPlan, template: string, add: Add): Promise<void> {
  const { setting, attacks } = plan;
  const time = new PassingTime();
  const keepErrors = (error: unknown) => {
    for (const attack of attacks) add(attack, { errors: [String(error)] });
  };
  const aws = await openWorld(setting, time.inWorldsTime(template), { clock: time.clock }).catch(keepErrors);
  if (!aws) return;
  await playAttacks(aws, plan, time, add).catch(keepErrors);
  await aws.close();
  time.end();
}

/** A denied try leaves nothing behind, so it comes first; what looks like an attack may, so it comes last where it can. */
async function playAttacks(
  aws: GuardedWorld,
  { attacks, runs, isFirst }: WorldPlan,
  time: PassingTime,
  add: Add,
): Promise<void> {
  const isAlone = attacks.some(({ takesWorld }) => takesWorld);
  const playAllTwins = async () => {
    for (const [attack, twin] of await playTwins(aws, attacks)) add(attack, { twin });
  };
  if (isFirst && isAlone) await playAllTwins();
  for (const attack of attacks) {
    const keepError = (error: unknown) => add(attack, { errors: [String(error)] });
    if (isFirst) await tryAttack(aws, attack, add).catch(keepError);
    for (const run of runs) await playAttack(aws, attack, run, time, add).catch(keepError);
  }
  if (isFirst && !isAlone) await playAllTwins();
}

async function tryAttack(aws: GuardedWorld, attack: Attack, add: Add): Promise<void> {
  if (attack.hasNoAttempt) return;
  await makeReady(aws, attack.before);
  add(attack, { attempt: await tryDenied(aws, attack) });
}

async function playAttack(
  aws: GuardedWorld,
  attack: Attack,
  run: Run,
  time: PassingTime,
  add: Add,
): Promise<void> {
  if (run === 'lost' || attack.hasNoAttempt) await makeReady(aws, attack.before);
  const pass = (minutes: number) => time.pass(aws, minutes);
  const performed = await perform(aws, attack, { isEventLost: run === 'lost', pass });
  add(attack, { [run]: { ...performed, ...judge(attack, performed, techniquesOf(attack)) } });
  if (attack.takesWorld) return;
  await performed.undo();
  // Two sweeps with nothing to find end the incident; after ten minutes the guard's breaker has forgotten it.
  if (performed.changes.length + performed.left.length > 0) await time.passAtOnce(aws, 5, 6);
}

const ALL = [...TECHNIQUES, ...SEEN_OTHERWISE];

/** By which techniques an entry of the catalogue may be told. */
export const techniquesOf = ({ id }: Pick<Attack, 'id'>): readonly string[] =>
  ALL.filter(({ catalogue }) => catalogue.includes(id)).map((technique) => technique.id);
