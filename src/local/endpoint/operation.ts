import type { Caller } from './caller.ts';
import type { World } from './world.ts';

/** Everything about one API call but its input. */
export interface Call {
  readonly world: World;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly caller: Caller;
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly requestId: string;
}

/** The behaviour of one AWS operation. It answers, or throws a `ServiceError`. */
export type Operation<Input, Output> = (input: Input, call: Call) => Output | Promise<Output>;

// Operations of different inputs live in one table; the endpoint hands each the input its own schema describes.
// biome-ignore lint/suspicious/noExplicitAny: a table of functions with different inputs has no narrower type
export type AnyOperation = Operation<any, unknown>;

/** One service: its operations by AWS's own names. An operation that is not here is refused by name. */
export type ServiceOperations = Readonly<Record<string, AnyOperation>>;

/** One finished call, as observers see it (CloudTrail's recorder, the live view, the quotas' tests). */
export interface FinishedCall {
  /** Signing name: `cloudtrail`, `events`, `sns` … */
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  readonly output?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
  readonly call: Call;
  /** Milliseconds since the epoch. */
  readonly at: number;
}
