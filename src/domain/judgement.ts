import type { RestoringCall } from './restoring-call.ts';
import type { Severity } from './severity.ts';
import type { ApiCall } from './signal.ts';
import type { Subject } from './technique.ts';

/** What is made of one call: by its record alone, or against the baseline of its trail. */
export interface Judgement {
  /** Null for a call that impairs nothing. */
  readonly techniqueId: string | null;
  readonly severity: Severity;
  /** As in `Technique.done`. */
  readonly done: string;
  readonly evidence: string | null;
  /** The calls that put it back; none when people have to. */
  readonly restore: readonly RestoringCall[];
  /** What such a call is about; null for one that no technique watches. */
  readonly subject: Subject | null;
}

export interface JudgedCall {
  readonly call: ApiCall;
  readonly judgement: Judgement;
  readonly isGuardsOwn: boolean;
}

/** A call by somebody else that succeeded and impaired a trail. */
export const isTampering = ({ call, judgement, isGuardsOwn }: JudgedCall): boolean =>
  !isGuardsOwn && call.error === null && judgement.techniqueId !== null;

/**
 * Whether people hear of a call that the state says nothing about. Calls on CloudTrail itself are few; of those on what trails depend on, and
 * on the guard's own parts, only what impairs: the rest are other people's work, a deployment's among them.
 */
export const isWorthTelling = ({ call, judgement }: JudgedCall): boolean =>
  judgement.techniqueId !== null || call.error !== null || call.eventSource === 'cloudtrail.amazonaws.com';

/** A call by somebody else that succeeded. */
export const isChange = ({ call, isGuardsOwn }: JudgedCall): boolean => !isGuardsOwn && call.error === null;

/** A call by somebody else that failed: it changed nothing. */
export const isAttempt = ({ call, isGuardsOwn }: JudgedCall): boolean => !isGuardsOwn && call.error !== null;

/** A call by somebody else after which a trail has to be started again. */
export const isStopping = (judged: JudgedCall): boolean =>
  isTampering(judged) && judged.judgement.restore.includes('StartLogging');
