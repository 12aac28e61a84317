import type { UnreadPart } from './compare/compare.ts';
import type { Drift } from './drift.ts';
import type { Finding } from './finding.ts';
import type { JudgedCall } from './judgement.ts';
import type { Parts } from './parts.ts';
import type { Part } from './snapshot.ts';
import type { Standing } from './standing.ts';
import type { Step, StepResult } from './step.ts';
import type { Trail, TrailStatus } from './trail.ts';
import type { UntoldRestore } from './untold-restore.ts';
import type { OpenWindow } from './window/windows.ts';

/** What one pass saw of one trail, and did. Times are milliseconds since the epoch. */
export interface TrailPass {
  /** What its calls are about: of the guard's own parts and the account, `trail` is null. */
  readonly about: 'trail' | 'guard' | 'account';
  /** Null for calls whose trail is none that this guard knows: it was deleted, or never was. */
  readonly trail: Trail | null;
  readonly standing: Standing;
  readonly calls: readonly JudgedCall[];
  readonly findings: readonly Finding[];
  /** Every difference from the baseline, as it was before anything was put back. */
  readonly drifts: readonly Drift[];
  /** The parts of weaker drifts, as they were found. */
  readonly found: Parts;
  /** What still differs after everything was done. */
  readonly left: readonly Drift[];
  /** Parts that could not be read. */
  readonly unread: readonly UnreadPart[];
  readonly steps: readonly StepResult[];
  /** Steps that were needed and not taken: they lie beyond the guard's scope, or are held back. */
  readonly notTaken: readonly Step[];
  /** Why the guard holds back what it could do; null when it does not. */
  readonly heldBack: string | null;
  /** The maintenance window under which something was left as it is. */
  readonly window: OpenWindow | null;
  /** The status after everything was done. */
  readonly status: Part<TrailStatus>;
  /** The trail is proven, by a read after the last step, to log and to lack nothing of its baseline that was looked at. */
  readonly isLit: boolean;
  /** It is proven to log, whatever else it lacks. */
  readonly logs: boolean;
  /** When it was impaired; null when it was not, or that is unknown. */
  readonly darkFrom: number | null;
  /** Nothing was recorded meanwhile. Otherwise the trail was weakened. */
  readonly isDark: boolean;
  /** When the first read was made, by which everything was decided. */
  readonly seenAt: number;
  /** When the last read was made. */
  readonly at: number;
  /** This guard knew the trail, and no read shows it any more. */
  readonly isGone: boolean;
  /** Its own restore of settings, which lies in the ledger until it is told; null when there is none. */
  readonly noted: UntoldRestore | null;
  /** What runs that ended before they told began to put back. */
  readonly untold: readonly UntoldRestore[];
}
