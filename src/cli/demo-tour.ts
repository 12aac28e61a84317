import { findAttack } from './attack-names.ts';
import { isPutBack } from './attack-outcome.ts';
import { EXIT } from './exit-codes.ts';
import { layColumns } from './layout.ts';
import { say, sayJson } from './terminal.ts';
import { type Act, playAll } from './tour-acts.ts';

/** A tour of ways to darken a trail, the loud ones first; the last two nobody but people can undo. */
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
  'grant-revoked',
  'rule-disabled',
] as const;

interface TourFlags {
  readonly output: 'text' | 'json';
  /** Names of attacks; left out: the tour. */
  readonly names?: readonly string[];
}

/** Attacks a guarded trail in one way after the other, and ends with a table of what became of each. */
export async function demoTour({ output, names = TOUR }: TourFlags): Promise<void> {
  const attacks = names.map((name) => findAttack(name, 'trailkeeper local attack --list'));
  const show = output === 'text' ? say : () => {};
  show('  embedded AWS; the trail has bucket, key, topic, log group, Insights and tags');
  const acts = await playAll(attacks, show);
  if (output === 'json') sayJson({ schema: 'trailkeeper.tour/1', attacks: acts.map(toJson) });
  else say(`\n${layColumns([HEAD, ...acts.map(toRow)]).join('\n')}`);
  process.exitCode = acts.every(({ isAsPromised }) => isAsPromised) ? EXIT.good : EXIT.failed;
}

const HEAD = ['attack', 'seen by', 'restored or told', 'dark or weaker for'];

const endOf = (act: Act): string => {
  const { isTold, isAsPromised } = act;
  if (!isAsPromised) return 'NOT AS PROMISED';
  if (isPutBack(act)) return isTold ? 'restored and told' : 'restored';
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
  isRestored: isPutBack(act),
  isTold: act.isTold,
  isAsPromised: act.isAsPromised,
  impairedForMs: act.performance.impairedForMs,
  subjects: act.performance.mails.map(({ subject }) => subject),
});
