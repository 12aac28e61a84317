import { compare, type UnreadPart } from './compare/compare.ts';
import type { Drift } from './drift.ts';
import type { Guard } from './guard.ts';
import type { Ports } from './ports.ts';
import { restore } from './restore.ts';
import { type Part, readPart, type Snapshot } from './snapshot.ts';
import type { Standing } from './standing.ts';
import { startLogging } from './start-logging.ts';
import type { StepResult } from './step.ts';
import { type Depth, takeSnapshot } from './take-snapshot.ts';
import { isLoggingSince, type Trail, type TrailStatus } from './trail.ts';

/** Waits between reads, in milliseconds: about nine seconds of patience with reads that lag behind the restart. */
const PATIENCE_MS = [150, 300, 600, 1200, 2400, 4800];
/**
 * A read that goes on saying so may lag, or tell of a second stop within the same second, which no time tells apart. Another
 * StartLogging does no harm.
 */
const DOUBTED_AFTER_WAITS = 2;
/** Reads may be slow themselves; then people must hear of it before the function's own time is over. */
const LOOK_AT_MOST_MS = 15_000;

interface VerifiedLogging {
  /** The last status read, proof or not. */
  readonly status: Part<TrailStatus>;
  readonly isProven: boolean;
  /** All steps: those it was given, and the restarts that became necessary while this was looking. */
  readonly steps: readonly StepResult[];
}

/**
 * Reads a trail's status until it proves that the trail logs again. Who stops it once more meanwhile is not waited out:
 * it is restarted at once. So is a trail whose restart failed, as it does while somebody uses up CloudTrail's quota. A refused restart is
 * final: people hear of it at once.
 * @param stoppedAt the latest stop, as far as known: only a later start proves anything
 */
export async function verifyLogging(
  trail: Trail,
  stoppedAt: number,
  taken: readonly StepResult[],
  ports: Ports,
): Promise<VerifiedLogging> {
  const { clock } = ports;
  const read = () => readPart(() => ports.trails.readStatus(trail));
  const restart = () => restore([startLogging(trail)], { approved: null, own: trail.accountId }, ports);
  const giveUpAt = clock.now() + LOOK_AT_MOST_MS;
  const steps = [...taken];
  let since = stoppedAt;
  let status = await read();
  let waits = [...PATIENCE_MS];
  while (!proves(status, since) && clock.now() < giveUpAt) {
    const stoppedAgainAt = stopAfter(status, since);
    if (stoppedAgainAt === undefined) {
      if (isRefused(steps)) break;
      const waitMs = waits.shift();
      if (waitMs === undefined) break;
      await clock.sleep(waitMs);
      const isDoubtful = isOff(status) && waits.length === PATIENCE_MS.length - DOUBTED_AFTER_WAITS;
      if (endOf(steps) === 'failed' || (isDoubtful && endOf(steps) === 'done'))
        steps.push(...(await restart()));
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

const isOff = (status: Part<TrailStatus>) => status.read && !status.value.isLogging;

/** How the last restart ended. */
const endOf = (steps: readonly StepResult[]) => steps.findLast(({ call }) => call === 'StartLogging')?.result;

/** No read can prove a restart that AWS did not take, and asking again does not change its answer. */
const isRefused = (steps: readonly StepResult[]): boolean =>
  endOf(steps) === 'refused' &&
  !steps.some(({ call, result }) => call === 'StartLogging' && result === 'done');

/** When the trail was stopped after `since`; undefined when it was not. */
function stopAfter(status: Part<TrailStatus>, since: number): number | undefined {
  if (!status.read || status.value.isLogging) return;
  const { stopLoggingTime } = status.value;
  return stopLoggingTime !== undefined && stopLoggingTime > since ? stopLoggingTime : undefined;
}

interface VerifiedParts {
  /** What still differs, by the last read. */
  readonly drifts: readonly Drift[];
  readonly unread: readonly UnreadPart[];
}

/**
 * Compares again until nothing is left of what was put back, so that there is one meaning of "intact". Reads lag here too, and a
 * policy takes its time to arrive.
 */
export async function verifyParts(
  { trail }: Pick<Snapshot, 'trail'>,
  standing: Standing,
  depth: Depth,
  taken: readonly StepResult[],
  guard: Guard,
): Promise<VerifiedParts> {
  const { clock } = guard.ports;
  const putBack = new Set(taken.flatMap(({ result, paths }) => (result === 'done' ? paths : [])));
  const giveUpAt = clock.now() + LOOK_AT_MOST_MS;
  // The settings it was listed with are those from before.
  const fresh = { ...trail, settings: null };
  const look = async () =>
    compare(await takeSnapshot(fresh, standing, depth, guard), standing.baseline, clock.now());
  const isLeft = ({ drifts }: VerifiedParts) =>
    drifts.some((drift) => drift.class === 'weaker' && putBack.has(drift.path));
  let seen: VerifiedParts = await look();
  for (const waitMs of PATIENCE_MS) {
    if (!isLeft(seen) || clock.now() >= giveUpAt) break;
    await clock.sleep(waitMs);
    seen = await look();
  }
  return seen;
}
