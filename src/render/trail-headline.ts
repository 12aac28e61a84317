import { SEVERITIES } from '../domain/severity.ts';
import type { ReportedCall, TrailReport } from '../domain/telling/report.ts';
import { defang, quote } from './defang.ts';
import { readableDuration } from './time.ts';

/** What happened to a trail and whether it is over. */
export function headlineOfTrail(report: TrailReport, nameLength: number): string {
  const facts = [deedOf(report, nameLength), stateOf(report)].filter(Boolean).join(', ');
  return `${alarmOf(report)}${nameOf(report, nameLength)}${facts}`;
}

/** What it is now, as long as it is not over. */
function alarmOf(report: TrailReport): string {
  const word = wordOf(report);
  if (!word) return '';
  const alarm = report.outcome === 'undetermined' ? `PERHAPS ${word}` : word;
  const duration = impairedFor(report);
  return report.notice === 'reminder' && duration ? `STILL ${alarm} for ${duration}, ` : `${alarm}, `;
}

function wordOf(report: TrailReport): string {
  const { about, dark, weakened, drifts, findings } = report;
  if (about === 'guard' && findings.length > 0) return 'GUARD WEAKENED';
  if (dark && !dark.until) return 'DARK';
  const isLeft = drifts.some(({ fate }) => fate === 'left');
  return (weakened && !weakened.until) || (isLeft && !isOver(report)) ? 'WEAKENED' : '';
}

/** A name in quotes is the one that the call named: this guard knows no such trail, or none any more. Some calls are about none. */
function nameOf(report: TrailReport, nameLength: number): string {
  if (report.trail) return `trail ${defang(report.trail.name, nameLength)}: `;
  const named = callOf(report)?.trailAsRecorded?.split('/').pop();
  return named ? `trail ${quote(named, nameLength)}: ` : '';
}

function deedOf(report: TrailReport, nameLength: number): string {
  const { findings, notice, times } = report;
  const call = callOf(report);
  const done = call?.done ?? findings[0]?.done;
  if (!done || (!call && notice !== 'first')) return '';
  const who = call ? quote(call.actor.name, nameLength) : 'somebody';
  if (notice === 'actor-found') return `it was ${who} who ${defang(done)}`;
  const more = othersBeside(report, done, call);
  const also = more > 0 ? ` and ${more} more` : '';
  if (times === 1) return `${who} ${defang(done)}${also}`;
  // In other ways, too, and by others: the message says how and who.
  return intervalOf(report)
    ? `${defang(done)}${also}, impaired ${times} times, last by ${lastOf(report, nameLength)}`
    : `${who} ${defang(done)} (${times} calls)`;
}

/** Other things that were done, whoever did them. One call's damage at several places counts once. */
function othersBeside(
  { calls, findings }: TrailReport,
  done: string,
  lead: ReportedCall | undefined,
): number {
  const byCalls = calls.filter(isTampering).map((call) => call.done);
  const byState = findings.filter(({ eventId }) => !lead || eventId !== lead.eventId).map((one) => one.done);
  return new Set([...byCalls, ...byState].filter((other) => other !== done)).size;
}

function lastOf({ calls }: TrailReport, nameLength: number): string {
  const last = calls.findLast(({ isGuardsOwn, techniqueId }) => !isGuardsOwn && techniqueId !== null);
  return last ? quote(last.actor.name, nameLength) : 'somebody';
}

const STATES = {
  intact: 'as it must be',
  restored: 'put back',
  'partly-restored': 'only partly put back',
  'not-restorable': 'not put back',
  refused: 'AWS refused',
  undetermined: 'state unknown',
} as const;

function stateOf(report: TrailReport): string {
  const { outcome, dark, weakened, notice, steps } = report;
  if (!isOver(report)) return STATES[outcome];
  if (notice === 'actor-found') return '';
  if (steps.some(({ call, result }) => call === 'CreateTrail' && result === 'done'))
    return 'created again and logging';
  if (dark) return 'logging again';
  if (outcome === 'restored') return STATES.restored;
  if (weakened) return 'as approved again';
  return callOf(report) ? 'for information' : STATES.intact;
}

/** The trail is as it must be, whether or not the guard had to do something for it. */
export const isOver = ({ outcome }: TrailReport): boolean => outcome === 'intact' || outcome === 'restored';

/** While the trail was impaired. */
export const intervalOf = ({ dark, weakened }: TrailReport): TrailReport['dark'] => dark ?? weakened;

/** How long the trail was impaired, or is so far; empty when nobody knows. */
export function impairedFor(report: TrailReport): string {
  const interval = intervalOf(report);
  return interval
    ? readableDuration(interval.forMs ?? Date.parse(report.at) - Date.parse(interval.from))
    : '';
}

/** The call a message is about: the worst that succeeded, else one that is only information. Never the guard's own. */
export function callOf({ calls, findings }: TrailReport): ReportedCall | undefined {
  const tampering = calls.filter(isTampering);
  const worst = SEVERITIES.flatMap((worse) => tampering.filter(({ severity }) => severity === worse));
  if (worst[0]) return worst[0];
  return findings.length > 0 ? undefined : calls.find(({ isGuardsOwn, error }) => !isGuardsOwn && !error);
}

/** A call of somebody else that did harm. */
export const isTampering = ({ isGuardsOwn, error, techniqueId }: ReportedCall): boolean =>
  !isGuardsOwn && !error && techniqueId !== null;
