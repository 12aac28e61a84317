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
type AnyOperation = Operation<any, unknown>;

/** One AWS service of the embedded AWS. */
export interface Service {
  /** Its signing name: `cloudtrail`, `events`, `monitoring` … */
  readonly name: string;
  /** Behaviour by AWS's own operation names. An operation that is not here is refused by name. */
  readonly operations: Readonly<Record<string, AnyOperation>>;
  /** Sets up what runs beside the calls: guards, observers, pollers. Called once per world. */
  readonly start?: (world: World) => void;
}

/** A call before it is carried out. */
export interface CallRequest {
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  readonly call: Call;
}

/** One finished call, as observers see it (CloudTrail's recorder, the live view, the quotas' tests). */
export interface FinishedCall extends CallRequest {
  readonly output?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
  /** Milliseconds since the epoch. */
  readonly at: number;
}
