import type { Attack } from '../local/run/attacks/attack.ts';
import { type GuardedWorld, openWorld } from '../local/run/attacks/open-world.ts';
import { makeReady, type Performance, perform } from '../local/run/attacks/perform.ts';
import { settle, sweep } from '../local/run/attacks/settle.ts';
import { judge, type Verdict } from '../local/run/attacks/verdict.ts';
import { findAttack } from './attack-names.ts';
import { techniquesOf } from './attack-techniques.ts';
import { runtimeSettings } from './embedded.ts';
import { EXIT } from './exit-codes.ts';
import { layColumns } from './layout.ts';
import { readTemplate } from './template-file.ts';
import { pc, say, sayJson } from './terminal.ts';

/** A tour that shows each way to darken a trail once, the loud ones first. */
const TOUR = [
  'stop-logging',
  'delete-trail',
  'one-region-only',
  'validation-off',
  'bucket-redirected',
  'key-swapped',
  'log-group-detached',
  'selectors-narrowed',
  'sources-excluded',
  'insights-off',
  'tags-removed',
  'key-disabled',
  'bucket-policy-deleted',
  'lifecycle-one-day',
] as const;

/** After more of them in ten minutes the guard takes it for a fight over settings, and slows down. */
const ATTACKS_A_WORLD = 4;

/** What came of one attack. */
interface Act extends Verdict {
  readonly attack: Attack;
  readonly performance: Performance;
  readonly isAsPromised: boolean;
}

interface TourFlags {
  readonly output: 'text' | 'json';
  /** Names of attacks; left out: the tour. */
  readonly names?: readonly string[];
}

/** Attacks a guarded trail in one way after the other, and ends with a table of what became of each. */
export async function demoTour({ output, names = TOUR }: TourFlags): Promise<void> {
  const attacks = names.map((name) => findAttack(name, 'trailkeeper local attack --list'));
  const show = output === 'text' ? say : () => {};
  show('  embedded AWS, with a trail that has everything: bucket, key, topic, log group, Insights, tags');
  const acts: Act[] = [];
  for (const group of Map.groupBy(attacks, ({ needs = 'whole' }) => needs).values())
    for (let first = 0; first < group.length; first += ATTACKS_A_WORLD)
      acts.push(...(await playGroup(group.slice(first, first + ATTACKS_A_WORLD), show)));
  if (output === 'json') sayJson({ schema: 'trailkeeper.tour/1', attacks: acts.map(toJson) });
  else say(`\n${layColumns([HEAD, ...acts.map(toRow)]).join('\n')}`);
  process.exitCode = acts.every(({ isAsPromised }) => isAsPromised) ? EXIT.good : EXIT.failed;
}

async function playGroup(attacks: readonly Attack[], show: (line: string) => void): Promise<readonly Act[]> {
  const setting = attacks[0]?.needs ?? 'whole';
  const aws = await openWorld(setting, readTemplate(), runtimeSettings());
  try {
    const acts: Act[] = [];
    for (const attack of attacks) acts.push(await play(aws, attack, show));
    return acts;
  } finally {
    await aws.close();
  }
}

async function play(aws: GuardedWorld, attack: Attack, show: (line: string) => void): Promise<Act> {
  show(`  ${pc.bold('mallory:')} ${attack.title.charAt(0).toLowerCase()}${attack.title.slice(1)}`);
  await makeReady(aws, attack.before);
  const performance = await perform(aws, attack, { isEventLost: false });
  const verdict = judge(attack, performance, techniquesOf(attack));
  for (const change of performance.changes) show(`      the guard calls ${change}`);
  for (const { subject } of performance.mails.slice(0, 1)) show(pc.dim(`      mail: ${subject}`));
  await performance.undo();
  // Two good reads in a row end the incident, so that the next one is told by itself.
  await sweep(aws);
  await sweep(aws);
  await settle(aws);
  const isRestored = attack.ends !== 'restored' || verdict.isRestored;
  return {
    attack,
    performance,
    ...verdict,
    isAsPromised: isRestored && verdict.isTold && !verdict.isDarkAndSilent,
  };
}

const HEAD = ['attack', 'seen by', 'restored or told', 'dark or weaker for'];

const endOf = ({ isRestored, isTold, isAsPromised }: Act): string => {
  if (!isAsPromised) return 'NOT AS PROMISED';
  if (isRestored) return isTold ? 'restored and told' : 'restored';
  return 'told';
};

const toRow = (act: Act): readonly string[] => [
  `${act.attack.id} ${act.attack.name}`,
  act.performance.isSeenByEvent ? 'event' : 'sweep',
  endOf(act),
  act.performance.impairedForMs === null ? '-' : `${Math.round(act.performance.impairedForMs)} ms`,
];

const toJson = (act: Act) => ({
  catalogue: act.attack.id,
  name: act.attack.name,
  seenBy: act.performance.isSeenByEvent ? 'event' : 'sweep',
  isRestored: act.isRestored,
  isTold: act.isTold,
  isAsPromised: act.isAsPromised,
  impairedForMs: act.performance.impairedForMs,
  subjects: act.performance.mails.map(({ subject }) => subject),
});
