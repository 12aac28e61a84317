import type { Drift } from './drift.ts';
import type { Severity } from './severity.ts';

/** A technique seen, in the state or in a call, with what shows it. */
export interface Finding {
  readonly techniqueId: string;
  readonly severity: Severity;
  /** As in `Technique.done`. */
  readonly done: string;
  /** What shows it, in plain words. */
  readonly evidence: string;
  /** The difference in the state; null when only the call shows it. */
  readonly drift: Drift | null;
  /** The call that did it, when one is known. */
  readonly eventId: string | null;
}
