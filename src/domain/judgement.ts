import type { Severity } from './severity.ts';
import type { ApiCall } from './signal.ts';
import type { RestoringCall } from './technique.ts';

/** What the registry makes of one call by its record alone. */
export interface Judgement {
  /** Null for a call that impairs nothing. */
  readonly techniqueId: string | null;
  readonly severity: Severity;
  /** As in `Technique.done`. */
  readonly done: string;
  readonly evidence: string | null;
  /** The call that puts it back; null when people have to. */
  readonly restore: RestoringCall | null;
}

export interface JudgedCall {
  readonly call: ApiCall;
  readonly judgement: Judgement;
  readonly isGuardsOwn: boolean;
}

/** A call by somebody else that succeeded and impaired a trail. */
export const isTampering = ({ call, judgement, isGuardsOwn }: JudgedCall): boolean =>
  !isGuardsOwn && call.error === null && judgement.techniqueId !== null;

/** A call by somebody else that failed: it changed nothing. */
export const isAttempt = ({ call, isGuardsOwn }: JudgedCall): boolean => !isGuardsOwn && call.error !== null;
