import type { RestoringCall } from './technique.ts';

/** One change as data. It holds only what was read from AWS, nothing an event said. */
export interface Step {
  readonly call: RestoringCall;
  readonly trailArn: string;
  readonly homeRegion: string;
}

/** How a step ended. `refused` is AWS's answer that trying again does not change. */
export type StepResult = Step & {
  /** When AWS answered, in milliseconds since the epoch. */
  readonly at: number;
} & ({ readonly result: 'done' } | { readonly result: 'refused' | 'failed'; readonly reason: string });
