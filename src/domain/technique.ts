import type { DriftPath } from './drift.ts';
import type { JsonObject } from './json.ts';
import type { Severity } from './severity.ts';
import type { ApiCall } from './signal.ts';

/** One catalogued way to impair a trail. Mostly data; a function only where data cannot say it. */
export interface Technique {
  /** Ours and permanent, such as `cloudtrail.stop-logging`. */
  readonly id: `cloudtrail.${string}`;
  /** Ids of the public catalogue it covers, such as `CT-01`. */
  readonly catalogue: readonly string[];
  readonly severity: Severity;
  /** What it does to the trail, as the end of "Someone …": a verb in the past, such as `stopped logging`. */
  readonly done: string;
  /** The host name of the service whose call it is. */
  readonly eventSource: `${string}.amazonaws.com`;
  readonly eventNames: readonly string[];
  /** Where the damage shows in the state. A record's request holds a field of the trail in lower camel case. */
  readonly drift: DriftPath;
  /** What the request of such a call looks like. Left out: every call of these names does it. */
  readonly request?: RequestTest;
  /** The call that puts it back. Left out: it is told, with what a person must do. */
  readonly restore?: RestoringCall;
  /** IAM actions needed to see it in the state and to put it back. */
  readonly actions: { readonly read: readonly string[]; readonly restore: readonly string[] };
}

export type RestoringCall = 'StartLogging';

/**
 * How a request shows the technique, without a baseline: the field of `drift` explicitly turned off or emptied,
 * or a function that says in words what it saw (null: not this technique).
 */
type RequestTest =
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
