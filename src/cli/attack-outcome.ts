import type { RunningPerformance } from '../local/run/attack-running.ts';
import type { Attack } from '../local/run/attacks/attack.ts';
import type { Verdict } from '../local/run/attacks/verdict.ts';
import { labelled } from './layout.ts';

/** What became of an attack on a running world. */
export function outcomeLines(
  attack: Attack,
  performance: RunningPerformance,
  verdict: Verdict,
): readonly string[] {
  const { refusal, changes, mails } = performance;
  return [
    ...(refusal ? labelled('refused', `${refusal.name}: ${refusal.message}`) : []),
    ...labelled('seen by', seenText(performance)),
    ...labelled('guard', changes.length > 0 ? countRepeats(changes).join(', ') : 'changes nothing'),
    ...labelled('restored', restoredText(performance, verdict)),
    ...(mails.length > 0
      ? mails.flatMap(({ subject }) => labelled('told', subject))
      : labelled('told', silence(attack, verdict))),
    ...impairedLines(performance, verdict),
    ...(attack.takesWorld && !refusal
      ? ['', '  What this did stays. For another attack end trailkeeper local, and start it again.']
      : []),
  ];
}

function seenText({ isSeenByEvent, reports, changes }: RunningPerformance): string {
  if (isSeenByEvent) return 'its event';
  return reports.length + changes.length > 0 ? 'the sweep, which was run at once' : 'nobody so far';
}

function restoredText({ left }: RunningPerformance, verdict: Verdict): string {
  if (isPutBack(verdict)) return 'everything reads as it did before';
  return left.length === 0
    ? 'nothing: the trail and what it depends on read as before'
    : `no: what ${left.join(', ')} answers is not as it was`;
}

function silence({ passMinutes, ends }: Attack, { isTold }: Verdict): string {
  if (ends === 'harmless' && !isTold) return 'nobody: nothing happened';
  if (isTold) return 'machines only: a mail about the same incident went before, or waits';
  if (passMinutes === undefined) return 'nobody';
  return `not yet: it takes about ${passMinutes} minutes to show, then there is a mail in /inbox`;
}

/** The guard did something, and everything is as it was. */
export const isPutBack = ({ isRestored, isActedOn }: Verdict): boolean => isRestored && isActedOn;

/** Whether the trail recorded nothing for a time; else it was only weaker than it must be. */
export const wasDark = ({ reports }: Pick<RunningPerformance, 'reports'>): boolean =>
  reports.some(({ dark }) => dark !== null && dark !== undefined);

function impairedLines(performance: RunningPerformance, { isRestored }: Verdict): readonly string[] {
  const { impairedForMs } = performance;
  const word = wasDark(performance) ? 'dark' : 'weaker';
  if (!isRestored) return labelled(word, 'still');
  if (impairedForMs === null) return labelled(word, 'not at all');
  return labelled(`${word} for`, `${Math.round(impairedForMs).toLocaleString('en')} ms`);
}

/** `CreateTrail, PutEventSelectors, StartLogging (twice)`. */
function countRepeats(calls: readonly string[]): readonly string[] {
  const counts = Map.groupBy(calls, (call) => call);
  return [...counts].map(([call, { length }]) => (length === 1 ? call : `${call} (${length} times)`));
}
