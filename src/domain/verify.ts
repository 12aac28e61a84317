import type { Ports } from './ports.ts';
import { restore } from './restore.ts';
import { type Part, readPart } from './snapshot.ts';
import type { StepResult } from './step.ts';
import { isLoggingSince, type Trail, type TrailStatus } from './trail.ts';

/** Waits between reads, in milliseconds: about nine seconds of patience with reads that lag behind the restart. */
const PATIENCE_MS = [150, 300, 600, 1200, 2400, 4800];
/** Reads may be slow themselves; then people must hear of it before the function's own time is over. */
const LOOK_AT_MOST_MS = 15_000;

interface Verified {
  /** The last status read, proof or not. */
  readonly status: Part<TrailStatus>;
  readonly isProven: boolean;
  /** All steps: those it was given, and the restarts that became necessary while this was looking. */
  readonly steps: readonly StepResult[];
}

/**
 * Reads a trail's status until it proves that the trail logs again. Who stops it once more meanwhile is not waited out:
 * it is restarted at once. So is a trail whose restart failed, as it does while somebody uses up CloudTrail's quota.
 * @param stoppedAt the latest stop, as far as known: only a later start proves anything
 */
export async function verifyLogging(
  trail: Trail,
  stoppedAt: number,
  taken: readonly StepResult[],
  ports: Ports,
): Promise<Verified> {
  const { clock } = ports;
  const read = () => readPart(() => ports.trails.readStatus(trail));
  const restart = () =>
    restore([{ call: 'StartLogging', trailArn: trail.arn, homeRegion: trail.homeRegion }], ports);
  const giveUpAt = clock.now() + LOOK_AT_MOST_MS;
  const steps = [...taken];
  let since = stoppedAt;
  let status = await read();
  let waits = [...PATIENCE_MS];
  while (!proves(status, since) && clock.now() < giveUpAt) {
    const stoppedAgainAt = stopAfter(status, since);
    if (stoppedAgainAt === undefined) {
      const waitMs = waits.shift();
      if (waitMs === undefined) break;
      await clock.sleep(waitMs);
      if (hasFailed(steps)) steps.push(...(await restart()));
    } else {
      since = stoppedAgainAt;
      waits = [...PATIENCE_MS];
      steps.push(...(await restart()));
    }
    status = await read();
  }
  return { status, isProven: proves(status, since), steps };
}

const proves = (status: Part<TrailStatus>, since: number) =>
  status.read && isLoggingSince(status.value, since);

const hasFailed = (steps: readonly StepResult[]) => steps.at(-1)?.result === 'failed';

/** When the trail was stopped after `since`; undefined when it was not. */
function stopAfter(status: Part<TrailStatus>, since: number): number | undefined {
  if (!status.read || status.value.isLogging) return;
  const { stopLoggingTime } = status.value;
  return stopLoggingTime !== undefined && stopLoggingTime > since ? stopLoggingTime : undefined;
}
