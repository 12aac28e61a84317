import { RefusedError } from './errors.ts';
import type { Ports } from './ports.ts';
import type { Step, StepResult } from './step.ts';

/** Carries out steps one after the other: CloudTrail takes one write a second. A step that fails stops no other. */
export async function restore(
  steps: readonly Step[],
  { restorer, clock }: Pick<Ports, 'restorer' | 'clock'>,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const end = await restorer.apply(step).then(done, refusedOrFailed);
    results.push({ ...step, at: clock.now(), ...end });
  }
  return results;
}

const done = () => ({ result: 'done' }) as const;

export const refusedOrFailed = (error: unknown) =>
  ({
    result: error instanceof RefusedError ? 'refused' : 'failed',
    reason:
      error instanceof Error
        ? `${'code' in error ? error.code : error.name}: ${error.message}`
        : String(error),
  }) as const;
