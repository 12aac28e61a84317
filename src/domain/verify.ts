import type { Ports } from './ports.ts';
import { restore } from './restore.ts';
import { type Part, readPart } from './snapshot.ts';
import type { StepResult } from './step.ts';
import { isLoggingSince, type Trail, type TrailStatus } from './trail.ts';

/** Waits between reads, in milliseconds: about nine seconds of patience with reads that lag behind the restart. */
const PATIENCE_MS = [150, 300, 600, 1200, 2400, 4800];

interface Verified {
  /** The last status read, proof or not. */
  readonly status: Part<TrailStatus>;
  readonly isProven: boolean;
  /** Restarts that became necessary while this was looking. */
  readonly steps: readonly StepResult[];
}

/**
 * Reads a trail's status until it proves that the trail logs again. Who stops it once more meanwhile is not waited out:
 * it is restarted at once.
 * @param stoppedAt when it went dark, as far as known: only a later start proves anything
 */
export async function verifyLogging(trail: Trail, stoppedAt: number, ports: Ports): Promise<Verified> {
  const read = () => readPart(() => ports.trails.readStatus(trail));
  const steps: StepResult[] = [];
  let since = stoppedAt;
  let status = await read();
  for (const waitMs of PATIENCE_MS) {
    if (proves(status, since)) break;
    const stoppedAgainAt = stopAfter(status, since);
    if (stoppedAgainAt !== undefined) {
      since = stoppedAgainAt;
      const step = { call: 'StartLogging', trailArn: trail.arn, homeRegion: trail.homeRegion } as const;
      steps.push(...(await restore([step], ports)));
    }
    await ports.clock.sleep(waitMs);
    status = await read();
  }
  return { status, isProven: proves(status, since), steps };
}

const proves = (status: Part<TrailStatus>, since: number) =>
  status.read && isLoggingSince(status.value, since);

/** When the trail was stopped after `since`; undefined when it was not. */
function stopAfter(status: Part<TrailStatus>, since: number): number | undefined {
  if (!status.read || status.value.isLogging) return;
  const { stopLoggingTime } = status.value;
  return stopLoggingTime !== undefined && stopLoggingTime > since ? stopLoggingTime : undefined;
}
