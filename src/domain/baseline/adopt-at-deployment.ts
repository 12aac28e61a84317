import type { Guard } from '../guard.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Signal } from '../signal.ts';
import { readPart } from '../snapshot.ts';
import { isKeptHere, standingBySettings } from '../standing.ts';
import { isLogging, type Trail } from '../trail.ts';
import { readAsBaseline } from './adopt.ts';
import type { Baseline } from './baseline.ts';

/** An adoption that failed at the deployment is tried again for so long, and never later: by then an attacker may have come. */
const TRY_AGAIN_FOR_MS = 15 * 60_000;

/**
 * At the deployment, trails that log are approved as they are. Later nothing is ever approved by itself: a baseline is not learned
 * from a trail that somebody may have changed.
 */
export async function adoptAtDeployment(
  signals: readonly Signal[],
  trails: readonly Trail[],
  { judged }: Pick<Knowledge, 'judged'>,
  readDeployedAt: () => Promise<number | undefined>,
  guard: Guard,
): Promise<readonly Baseline[]> {
  if (!(await isTime(signals, readDeployedAt, guard))) return [];
  const isKnown = ({ name, homeRegion }: Trail) =>
    judged.some(({ key }) => key.name === name && key.homeRegion === homeRegion);
  const unknown = trails.filter((trail) => !isKnown(trail));
  // One that cannot be read is told as not approved, and tried again at the next sweep.
  const adopted = await Promise.all(unknown.map((trail) => adopt(trail, guard).catch(() => null)));
  return adopted.flatMap((baseline) => baseline ?? []);
}

async function isTime(
  signals: readonly Signal[],
  readDeployedAt: () => Promise<number | undefined>,
  { ports }: Guard,
): Promise<boolean> {
  if (!signals.some(({ kind }) => kind === 'tick' || kind === 'deployment')) return false;
  const deployedAt = await readDeployedAt();
  return deployedAt !== undefined && ports.clock.now() - deployedAt < TRY_AGAIN_FOR_MS;
}

async function adopt(trail: Trail, guard: Guard): Promise<Baseline | null> {
  const { ports, settings } = guard;
  const isKept = isKeptHere(trail, settings);
  if (isKept && !(await isGuardedAndLogs(trail, guard))) return null;
  const at = new Date(ports.clock.now()).toISOString();
  const approval = { how: 'deployment', at, by: settings.roleArn, reason: null } as const;
  const { baseline } = await readAsBaseline(trail, approval, 1, guard);
  // A trail that another account's guard keeps is approved for what it delivers to in this account, or not at all.
  if (!isKept && baseline.bucketOwner !== settings.accountId) return null;
  const stored = await ports.baselines.create(baseline);
  // One that exists already was not this guard's to make: the next look at it says what it is worth.
  if (stored.result !== 'created') return null;
  await ports.ledger.save('baseline', trail.arn, baseline, 0);
  return baseline;
}

async function isGuardedAndLogs(trail: Trail, { ports, settings }: Guard): Promise<boolean> {
  if (!standingBySettings(trail, settings).guarded) return false;
  const status = await readPart(() => ports.trails.readStatus(trail));
  return status.read && isLogging(status.value);
}
