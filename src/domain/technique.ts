import type { Drift, DriftPath } from './drift.ts';
import type { JsonObject } from './json.ts';
import type { RestoringCall } from './restoring-call.ts';
import type { Severity } from './severity.ts';
import type { ApiCall } from './signal.ts';

/** One catalogued way to impair a trail. Mostly data; a function only where data cannot say it. */
export interface Technique {
  /** Ours and permanent, such as `cloudtrail.stop-logging`: the service, and the technique's folder. */
  readonly id: `${string}.${string}`;
  /** Ids of the public catalogue it covers, such as `CT-01`. */
  readonly catalogue: readonly string[];
  readonly severity: Severity;
  /** What it does, as the end of "Someone …": a verb in the past, such as `stopped logging`. */
  readonly done: string;
  readonly subject: Subject;
  /** The API calls that do it. Empty: no call tells it, only the state. */
  readonly calls: readonly WatchedCalls[];
  /** Where the damage shows in the state, the most telling path first; a path also stands for all below it. */
  readonly drift: readonly DriftPath[];
  /** Which drift at those paths it is, when several techniques share them. Left out: every one. */
  readonly isShownBy?: (drift: Drift) => boolean;
  /** Which of its calls can have made a difference, where their records tell. Left out: each. */
  readonly isCauseOf?: (call: ApiCall, drift: Drift) => boolean;
  /** The differences it makes are no weaknesses: nobody undoes them, and a notice tells them. @default false */
  readonly isNoWeakness?: true;
  /**
   * What the request of such a call looks like, without a baseline. Left out: every such call on the subject does it.
   * `state`: the call alone shows nothing, only a drift that follows it does.
   */
  readonly request?: RequestTest;
  /**
   * What a request shows counts only while the parts at `drift` cannot be read: read, they alone decide. For calls that set a whole
   * document, of which the request is one sign among others. @default false
   */
  readonly isSettledByState?: true;
  /** AWS's error codes, or this guard's own, of a refused step that show it. */
  readonly shownByRefusal?: readonly string[];
  /** The calls that put it back, in order. Empty: it is told, with what a person must do. */
  readonly restore: readonly RestoringCall[];
  /** What stays lost when it is put back, as a sentence. */
  readonly lost: string;
  /** What a person must do when the guard cannot or may not put it back, as a sentence. */
  readonly toDo: string;
}

/** Calls of one service. */
export interface WatchedCalls {
  /** The host name of the service. */
  readonly eventSource: `${string}.amazonaws.com`;
  readonly eventNames: readonly string[];
  /** Data events, or calls too frequent to watch everywhere: an event pattern takes them only for named resources. */
  readonly isDataPlane?: true;
}

/**
 * What a technique's calls are about. A call counts only when it names a trail, a thing that a guarded trail depends on, or a part
 * of the guard; `account` is the whole account or organization.
 */
export type Subject =
  | 'trail'
  | 'eventDataStore'
  | 'bucket'
  | 'key'
  | 'topic'
  | 'logGroup'
  | 'role'
  | 'guard'
  | 'account';

/**
 * How a request shows the technique, without a baseline: the field of `drift` explicitly turned off or emptied, or a
 * function that says in words what it saw (null: not this technique).
 */
type RequestTest =
  | 'state'
  | 'field-is-false'
  | 'field-is-empty'
  /** The request is empty when the record does not hold it; the call is for what else the record tells. */
  | ((request: JsonObject, call: ApiCall) => string | null);

/** A call that people are told about, but that impairs nothing. */
export interface InformationalCall {
  readonly eventSource: `${string}.amazonaws.com`;
  readonly eventName: string;
  readonly done: string;
}
