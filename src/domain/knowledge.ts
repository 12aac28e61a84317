import type { Baseline } from './baseline/baseline.ts';
import type { BaselineJudgement } from './baseline/baseline-judge.ts';
import { type JudgedBaseline, learnBaselines } from './baseline/learn-baselines.ts';
import type { Guard } from './guard.ts';
import type { Entry } from './ledger.ts';
import type { Incident } from './telling/incident.ts';
import { isIncident } from './telling/is-incident.ts';
import type { Told } from './telling/telling.ts';
import { leftUntold, type UntoldRestore } from './untold-restore.ts';
import { lastRevert } from './window/breaker.ts';

/** What the guard knows when a pass begins. */
export interface Knowledge {
  /** The version that rules for each trail, retired ones too. */
  readonly baselines: readonly Baseline[];
  /** Whether people were told that a trail is impaired, and not yet that it is back: then it is looked at as a whole. */
  readonly isImpaired: (trailArn: string) => boolean;
  /** Techniques that impaired a trail lately and of which nobody knows yet who it was. */
  readonly unexplainedOf: (trailArn: string) => readonly string[];
  /** The ledger's copy of a baseline rules, since the store has none or does not answer. */
  readonly isUnvouched: (trailArn: string) => boolean;
  /** Calls that the present incident of a trail, or the last one, has counted already. */
  readonly isCounted: (trailArn: string, eventId: string) => boolean;
  /** Until when all stops of a trail were told, in milliseconds since the epoch. */
  readonly toldUntil: (trailArn: string) => number;
  /** When settings of a trail were put back last, in milliseconds since the epoch; null when that is long ago, or never was. */
  readonly repairedAt: (trailArn: string) => number | null;
  /** What runs that have ended began to put back of a trail, and nobody has told. */
  readonly untoldOf: (trailArn: string) => readonly UntoldRestore[];
  /** The ledger's entry about a trail's incident. */
  readonly incidentEntryOf: (trailArn: string) => Entry<unknown> | undefined;
  /** What was decided about each stored baseline. */
  readonly judged: readonly JudgedBaseline[];
}

/** Later than this event history does not show an event for the first time. */
const ASKED_FOR_MS = 3 * 3_600_000;

/** Reads what earlier passes left. Nothing of it is needed for a restart. */
export async function learn(guard: Guard): Promise<Knowledge> {
  const { ledger, clock } = guard.ports;
  const [entries, reverts, judged] = await Promise.all([
    ledger.list<Told<unknown>>('incident'),
    ledger.list<unknown>('breaker'),
    learnBaselines(guard),
  ]);
  const now = clock.now();
  const entryOf = (arn: string) => entries.find(({ id }) => id === arn);
  const incidents = new Map<string, Incident>();
  for (const { id, value } of entries) if (isIncident(value?.state, now)) incidents.set(id, value.state);
  return {
    baselines: judged.flatMap(({ judgement }) => rulingOf(judgement) ?? []),
    judged,
    isUnvouched: (arn) =>
      judged.some(({ judgement: { from, ruling } }) => from === 'ledger' && ruling?.trail.arn === arn),
    isCounted: (arn, eventId) => incidents.get(arn)?.eventIds.includes(eventId) ?? false,
    repairedAt: (arn) => lastRevert(reverts.find(({ id }) => id === arn)?.value, now),
    toldUntil: (arn) => {
      const { lastStopAt, openedAt, told } = incidents.get(arn) ?? {};
      return Math.max(lastStopAt ?? 0, openedAt ?? 0, told?.at ?? 0);
    },
    untoldOf: (arn) => leftUntold(entryOf(arn)?.value, now),
    incidentEntryOf: entryOf,
    isImpaired: (arn) => incidents.get(arn)?.state === 'dark',
    unexplainedOf: (arn) => {
      const incident = incidents.get(arn);
      const isRecent = incident !== undefined && now - incident.openedAt < ASKED_FOR_MS;
      return isRecent && incident.unexplained > 0 ? incident.unexplainedBy : [];
    },
  };
}

const SAYS_NOTHING_AGAINST: ReadonlySet<string> = new Set(['unchanged', 'undetermined']);

/**
 * Where the store speaks against the ledger's copy, or has nothing, the copy keeps no trail off: whoever writes the table could say there
 * that a trail's guarding was ended, or that it is only told.
 */
function rulingOf({ from, kind, ruling }: BaselineJudgement): Baseline | null {
  if (!ruling || from !== 'ledger' || SAYS_NOTHING_AGAINST.has(kind)) return ruling;
  return ruling.state === 'retired' ? null : { ...ruling, mode: null };
}

/** When nothing of it can be read: trails are kept logging, and no more. */
export const NOTHING_KNOWN: Knowledge = {
  baselines: [],
  judged: [],
  isUnvouched: () => false,
  isCounted: () => false,
  repairedAt: () => null,
  // Whatever was told is not known either: the next sweep sees.
  toldUntil: () => Number.POSITIVE_INFINITY,
  untoldOf: () => [],
  incidentEntryOf: () => undefined,
  isImpaired: () => true,
  unexplainedOf: () => [],
};
