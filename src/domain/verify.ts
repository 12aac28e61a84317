import type { Ports } from './ports.ts';
import { type Part, readPart } from './snapshot.ts';
import { isLoggingSince, type Trail, type TrailStatus } from './trail.ts';

/** Waits between reads, in milliseconds: about nine seconds of patience with reads that lag behind the restart. */
const PATIENCE_MS = [150, 300, 600, 1200, 2400, 4800];

/**
 * Reads a trail's status until it proves that the trail logs again.
 * @param stoppedAt when it went dark, as far as known: only a later start proves anything
 * @returns the last status read, proof or not
 */
export async function verifyLogging(
  trail: Trail,
  stoppedAt: number,
  { trails, clock }: Pick<Ports, 'trails' | 'clock'>,
): Promise<{ readonly status: Part<TrailStatus>; readonly isProven: boolean }> {
  const read = () => readPart(() => trails.readStatus(trail));
  const proves = (status: Part<TrailStatus>) => status.read && isLoggingSince(status.value, stoppedAt);
  let status = await read();
  for (const waitMs of PATIENCE_MS) {
    if (proves(status)) break;
    await clock.sleep(waitMs);
    status = await read();
  }
  return { status, isProven: proves(status) };
}
