import type { DriftPath } from './drift.ts';
import type { JsonObject } from './json.ts';
import type { RestoringCall } from './restoring-call.ts';

/** One change as data. It holds only what was approved or read from AWS, nothing an event said. */
export interface Step {
  readonly call: RestoringCall;
  /** The call's input as the SDK takes it. */
  readonly input: JsonObject;
  /** Where it is called: the home Region of a trail, the Region of a bucket. */
  readonly region: string;
  /** The trail for which it is done. */
  readonly trailArn: string;
  /** What it puts back. */
  readonly paths: readonly DriftPath[];
}

/** How a step ended. `refused` is AWS's answer that trying again does not change. */
export type StepResult = Step & {
  /** When AWS answered, in milliseconds since the epoch. */
  readonly at: number;
} & ({ readonly result: 'done' } | { readonly result: 'refused' | 'failed'; readonly reason: string });
