import type { AttemptsReport, Report, ReportedCall, TrailReport } from '../domain/report.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { defang, quote } from './defang.ts';
import { readableDuration } from './time.ts';

/**
 * What happened and whether it is over, in one line without a full stop; the worst fact first.
 * @param nameLength of each name, in code points: the message has them in full @default 40
 */
export function headlineOf(report: Report, nameLength = 40): string {
  if (report.kind === 'trail') return headlineOfTrail(report, nameLength);
  if (report.kind === 'attempts') return headlineOfAttempts(report, nameLength);
  if (report.occasion === 'removal') return 'THE GUARD IS BEING REMOVED, no trail is guarded any more';
  const count = report.trails.filter(({ guarded }) => guarded).length;
  if (count > 0) return `guarding ${count} of ${report.trails.length} trails`;
  return 'NOTHING IS GUARDED, no trail of this guard is logging';
}

function headlineOfAttempts({ calls, principal, count }: AttemptsReport, nameLength: number): string {
  const [first, ...others] = new Set(calls.map(({ eventName }) => defang(eventName, nameLength)));
  const what = first && others.length === 0 ? `${first} ${count} times` : `${count} calls`;
  const who = quote(calls[0]?.actor.name ?? principal, nameLength);
  return `${who} tried ${count === 1 ? (first ?? 'a call') : what}, nothing changed`;
}

function headlineOfTrail(report: TrailReport, nameLength: number): string {
  const { dark, notice, outcome, trail } = report;
  const alarm = outcome === 'undetermined' ? 'PERHAPS DARK' : 'DARK';
  const still = notice === 'reminder' ? `STILL ${alarm} for ${darkFor(report)}` : alarm;
  // A name in quotes is the one that the call named: this guard knows no such trail, or none any more.
  const named = callOf(report)?.trailAsRecorded?.split('/').pop() ?? 'unknown';
  const name = trail ? defang(trail.name, nameLength) : quote(named, nameLength);
  const facts = [deedOf(report, nameLength), stateOf(report)].filter(Boolean).join(', ');
  return `${dark && !dark.until ? `${still}, ` : ''}trail ${name}: ${facts}`;
}

function deedOf(report: TrailReport, nameLength: number): string {
  const { findings, notice, times, dark } = report;
  const call = callOf(report);
  const done = call?.done ?? findings[0]?.done;
  if (!done || (!call && notice !== 'first')) return '';
  const who = call ? quote(call.actor.name, nameLength) : 'somebody';
  if (notice === 'actor-found') return `it was ${who} who ${defang(done)}`;
  if (times === 1) return `${who} ${defang(done)}`;
  // Others may have done it as well: the message says who.
  return dark
    ? `${defang(done)} ${times} times, last by ${lastOf(report, nameLength)}`
    : `${who} ${defang(done)} (${times} calls)`;
}

function lastOf({ calls }: TrailReport, nameLength: number): string {
  const last = calls.findLast(({ isGuardsOwn, techniqueId }) => !isGuardsOwn && techniqueId !== null);
  return last ? quote(last.actor.name, nameLength) : 'somebody';
}

const STATES = {
  intact: 'as it must be',
  restored: 'logging again',
  'partly-restored': 'only partly put back',
  'not-restorable': 'not put back',
  refused: 'AWS refused',
  undetermined: 'state unknown',
} as const;

function stateOf(report: TrailReport): string {
  const { outcome, dark, notice } = report;
  if (!isOver(report)) return STATES[outcome];
  if (notice === 'actor-found') return '';
  if (dark) return STATES.restored;
  return callOf(report) ? 'for information' : STATES[outcome];
}

/** The trail is as it must be, whether or not the guard had to do something for it. */
export const isOver = ({ outcome }: TrailReport): boolean => outcome === 'intact' || outcome === 'restored';

/** How long the trail was dark, or is so far. */
export const darkFor = ({ dark, at }: TrailReport): string =>
  dark ? readableDuration(dark.forMs ?? Date.parse(at) - Date.parse(dark.from)) : '';

/** The call a message is about: the worst that succeeded, else one that is only information. Never the guard's own. */
export function callOf({ calls, findings }: TrailReport): ReportedCall | undefined {
  const others = calls.filter(({ isGuardsOwn, error }) => !isGuardsOwn && !error);
  const tampering = others.filter(({ techniqueId }) => techniqueId);
  const worst = SEVERITIES.flatMap((worse) => tampering.filter(({ severity }) => severity === worse));
  return worst[0] ?? (findings.length > 0 ? undefined : others[0]);
}
