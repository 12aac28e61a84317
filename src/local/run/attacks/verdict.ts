import type { Attack } from './attack.ts';
import type { Fields } from './connect.ts';
import type { Performance } from './perform.ts';

/** What became of an attack. */
export interface Verdict {
  /** Everything is as it was. */
  readonly isRestored: boolean;
  /** The guard did something about it. */
  readonly isActedOn: boolean;
  /** People were told that something is wrong. */
  readonly isTold: boolean;
  /** They were told what it was, what stays lost and, where something is left to do, what. */
  readonly isToldPrecisely: boolean;
  /** Something is not as it was, and nobody was told anything. */
  readonly isDarkAndSilent: boolean;
}

/** @param techniques ids of those by which the catalogue's entry may be told */
export function judge(attack: Attack, performance: Performance, techniques: readonly string[]): Verdict {
  const { left, changes, reports, mails } = performance;
  const isAlarm = mails.some(({ subject }) => subject.startsWith('ALARM'));
  const names = new Set([...techniques, ...(attack.toldAs ?? [])]);
  const isToldPrecisely =
    (attack.toldBy === 'alarm' && isAlarm) ||
    reports.some((report) => attack.isToldBy?.(report) ?? tells(report, names)) ||
    // What the guard cannot say any more is what its alarms are for.
    (attack.passMinutes !== undefined && isAlarm);
  const isTold = reports.some(isAboutHarm) || isAlarm || isToldPrecisely;
  return {
    isRestored: left.length === 0,
    isActedOn: changes.length > 0,
    isTold,
    isToldPrecisely,
    isDarkAndSilent: left.length > 0 && reports.length === 0 && !isAlarm && !attack.isHeardLater,
  };
}

/** A message that something is weaker than it must be, or that somebody impaired something. */
export const isAboutHarm = ({ kind, findings, drifts }: Fields): boolean =>
  kind === 'attempts' ||
  kind === 'baseline' ||
  listOf(findings).length > 0 ||
  listOf(drifts).some((drift) => drift.class === 'weaker');

function tells(
  { findings, calls, lost, outcome, toDo, plan }: Fields,
  techniques: ReadonlySet<string>,
): boolean {
  const named = [...listOf(findings), ...listOf(calls)].map(({ techniqueId }) => String(techniqueId));
  const isOver = outcome === 'restored' || outcome === 'intact';
  const isLeftToPeople = listOf(toDo).length + listOf(plan).length > 0;
  return named.some((name) => techniques.has(name)) && listOf(lost).length > 0 && (isOver || isLeftToPeople);
}

const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value : []);
