import type { Drift } from './drift.ts';
import { inTime } from './in-time.ts';
import { asJsonObject, isJsonObject } from './json.ts';
import type { Entry } from './ledger.ts';
import type { Parts } from './parts.ts';
import type { Ports } from './ports.ts';
import type { TrailPass } from './trail-pass.ts';

/**
 * What a run found before it began to put settings back. It lies beside the trail's incident until that is told, so that a run that ends
 * in between, out of time or memory, leaves it to a later look: afterwards the state shows nothing.
 */
export interface UntoldRestore {
  /** When the run began to put it back, in milliseconds since the epoch. */
  readonly at: number;
  readonly drifts: readonly Drift[];
  /** As of a `TrailPass`. */
  readonly found: Parts;
  readonly isDark: boolean;
  readonly darkFrom: number | null;
}

/** The function's time-out, and clocks that differ: a run that began so long ago tells nothing any more. */
const RUN_TAKES_AT_MOST_MS = 90_000;
/** Nobody waits longer for it: the ledger is no gate. */
const NOTE_WITHIN_MS = 5_000;
const NOTING_ATTEMPTS = 3;
const KEPT = 5;
const MOST_DRIFTS = 200;
/** The table's items are at most 400 KB, of bytes, and messages lie in them, too. */
const LONGEST_NOTE = 20_000;
const LONGEST_EVIDENCE = 160;

type Seen = Pick<TrailPass, 'drifts' | 'found' | 'isDark' | 'darkFrom'>;

/** @param seen with the drifts that are put back */
export function untoldRestore({ drifts, found, isDark, darkFrom }: Seen, at: number): UntoldRestore {
  const kept = drifts.filter(isWeaker).slice(0, MOST_DRIFTS);
  const restore = { at, drifts: kept, found, isDark, darkFrom };
  const brief = isShort(kept) ? kept : kept.map(withoutValues);
  return isShort(restore) ? restore : { ...restore, drifts: brief, found: {} };
}

const isShort = (value: unknown): boolean => JSON.stringify(value).length <= LONGEST_NOTE;

const withoutValues = ({ path, class: kind, evidence }: Drift): Drift => ({
  path,
  expected: null,
  actual: null,
  class: kind,
  evidence: evidence?.slice(0, LONGEST_EVIDENCE) ?? 'what it was is too long to be kept here',
});

/** Writes it beside the incident. @param known the incident's entry as it was read when the pass began: then one write is enough */
export async function noteRestore(
  trailArn: string,
  known: Entry<unknown> | undefined,
  restore: UntoldRestore,
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
): Promise<void> {
  const note = async () => {
    let entry = known;
    for (let attempt = 0; attempt < NOTING_ATTEMPTS; attempt++) {
      const untold = [...untoldIn(entry?.value, clock.now()), restore].slice(-KEPT);
      const value = { ...asJsonObject(entry?.value), untold };
      if (await ledger.save('incident', trailArn, value, entry?.version ?? 0)) return;
      // Later it may be told already.
      if (clock.now() - restore.at >= NOTE_WITHIN_MS) return;
      entry = await ledger.load<unknown>('incident', trailArn);
    }
  };
  await inTime(clock, NOTE_WITHIN_MS, note, undefined);
}

/** What lies in an incident's entry. Whoever may write the table may have written anything. */
export function untoldIn(value: unknown, now: number): readonly UntoldRestore[] {
  const { untold } = asJsonObject(value);
  return Array.isArray(untold)
    ? untold.filter((one): one is UntoldRestore => isUntoldRestore(one, now)).slice(-KEPT)
    : [];
}

/** Those whose runs have ended. */
export const leftUntold = (value: unknown, now: number): readonly UntoldRestore[] =>
  untoldIn(value, now).filter((restore) => isLeft(restore, now));

/** Its run has ended, and did not tell. */
export const isLeft = ({ at }: UntoldRestore, now: number): boolean => now - at >= RUN_TAKES_AT_MOST_MS;

const isWeaker = (drift: Drift): boolean => drift.class === 'weaker';

function isUntoldRestore(value: unknown, now: number): value is UntoldRestore {
  const { at, drifts, found, isDark, darkFrom } = asJsonObject(value);
  const isPast = (time: unknown) => typeof time === 'number' && time >= 0 && time <= now;
  return (
    isPast(at) &&
    Array.isArray(drifts) &&
    drifts.length <= MOST_DRIFTS &&
    drifts.every(isWeakerDrift) &&
    isJsonObject(found) &&
    typeof isDark === 'boolean' &&
    (darkFrom === null || isPast(darkFrom))
  );
}

function isWeakerDrift(value: unknown): boolean {
  const { path, evidence, class: kind } = asJsonObject(value);
  const isSaid = evidence === undefined || typeof evidence === 'string';
  return typeof path === 'string' && kind === 'weaker' && isSaid;
}
