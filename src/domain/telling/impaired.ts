import { type Drift, isWeaker } from '../drift.ts';
import { isStopping, type JudgedCall } from '../judgement.ts';
import type { TrailPass } from '../trail-pass.ts';
import type { Dark } from './report.ts';

/** Since when something is so, in milliseconds; null: nobody knows. */
interface Since {
  readonly from: number | null;
}

/** What a trail lacks at present. Both may be so at once, and one may end before the other. */
export interface Impaired {
  /** Nothing is recorded. */
  readonly off: Since | null;
  /** Less is recorded, kept or protected than must be. */
  readonly weak: Since | null;
}

export const NOT_IMPAIRED: Impaired = { off: null, weak: null };

interface Impairment {
  /** What is still so after the pass. */
  readonly now: Impaired;
  readonly dark: Dark | null;
  readonly weakened: Dark | null;
}

/**
 * What a trail lacked in a pass, from when until when.
 * @param before what it lacked after the last pass
 * @param impairing the calls of this pass that impaired it
 */
export function followImpairment(
  pass: TrailPass,
  before: Impaired,
  impairing: readonly JudgedCall[],
): Impairment {
  const off = pass.isDark ? { from: before.off?.from ?? pass.darkFrom } : before.off;
  const weak = isWeakened(pass, impairing)
    ? { from: before.weak?.from ?? weakFrom(pass, impairing) }
    : before.weak;
  const isStillWeak = isWeaker(pass.left.filter(isSetting));
  const now = { off: pass.logs ? null : off, weak: isStillWeak ? weak : null };
  const startedAt = pass.status.read ? pass.status.value.startLoggingTime : pass.at;
  // What was put back together with the logging is no time of its own.
  const isOfItsOwn = !off || before.weak !== null || now.weak !== null;
  return {
    now,
    dark: off && interval(off.from, now.off ? null : (startedAt ?? pass.at)),
    weakened: isOfItsOwn && weak ? interval(weak.from, now.weak ? null : pass.at) : null,
  };
}

/** The pass saw more than that the trail does not log. */
export const isWeakened = ({ drifts }: TrailPass, impairing: readonly JudgedCall[]): boolean =>
  isWeaker(drifts.filter(isSetting)) || impairing.some((judged) => !isStopping(judged));

function weakFrom({ isDark, darkFrom }: TrailPass, impairing: readonly JudgedCall[]): number | null {
  if (!isDark) return darkFrom;
  const calls = impairing.filter((judged) => !isStopping(judged)).map(({ call }) => call.at);
  return calls.length > 0 ? Math.min(...calls) : null;
}

/** Not logging, and a trail that is gone, are no settings of it. */
const isSetting = ({ path }: Drift): boolean => path !== 'trail' && !path.startsWith('status.');

/** Null when nobody knows since when. */
function interval(from: number | null, until: number | null): Dark | null {
  if (from === null) return null;
  const end = until === null ? null : Math.max(until, from);
  return {
    from: new Date(from).toISOString(),
    until: end === null ? null : new Date(end).toISOString(),
    forMs: end === null ? null : end - from,
  };
}
