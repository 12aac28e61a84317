import { parseArn } from './arn.ts';
import type { Settings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';
import { findTrail, isLogging, type Trail } from './trail.ts';

/** Whether a trail is this guard's to keep logging, and why in plain words. */
export interface Standing {
  readonly guarded: boolean;
  readonly because: string;
}

const guarded = (because: string): Standing => ({ guarded: true, because });
const leftAlone = (because: string): Standing => ({ guarded: false, because });

/** What the settings alone say, before anything of the trail's status is known. */
export function standingBySettings(trail: Trail, settings: Settings): Standing {
  if (trail.accountId !== settings.accountId)
    return leftAlone('it belongs to another account of the organization, whose own guard keeps it');
  if (settings.trails.length === 0)
    return guarded('no trail is named in the guard’s parameters, so every trail is guarded');
  const isNamed = settings.trails.some(
    (nameOrArn) => findTrail([trail], nameOrArn, settings.region) !== undefined,
  );
  return isNamed
    ? guarded('it is named in the guard’s parameters')
    : leftAlone('the guard’s parameters name other trails');
}

/**
 * A trail that was off before the guard came is its owner's business. That is derived, not stored: it never started,
 * or it stopped before the deployment. When the deployment's time cannot be read, it counts as guarded: a restart is
 * never withheld.
 * @param deployedAt milliseconds since the epoch; undefined when it could not be read
 */
export function standingByState(
  snapshot: Snapshot,
  settings: Settings,
  deployedAt: number | undefined,
): Standing {
  const bySettings = standingBySettings(snapshot.trail, settings);
  if (!bySettings.guarded || !snapshot.status.read) return bySettings;
  const { startLoggingTime, stopLoggingTime } = snapshot.status.value;
  if (isLogging(snapshot.status.value)) return bySettings;
  if (startLoggingTime === undefined) return leftAlone('it has never been started');
  // A start after the last stop means that the trail was on since, whatever the lagging rest of the status says.
  const stoppedBefore = isBefore(stopLoggingTime, deployedAt) && !isBefore(stopLoggingTime, startLoggingTime);
  return stoppedBefore ? leftAlone('it was stopped before this guard was deployed') : bySettings;
}

const isBefore = (time: number | undefined, other: number | undefined) =>
  time !== undefined && other !== undefined && time < other;

/** The trails that the owner named by ARN: what is known when CloudTrail does not answer which trails there are. */
export const namedTrails = ({ trails, accountId, partition }: Settings): readonly Trail[] =>
  trails.flatMap((named) => {
    const arn = parseArn(named);
    const name = arn?.resource.split('/')[1];
    if (!arn || !name || arn.accountId !== accountId) return [];
    return [
      {
        name,
        arn: named,
        accountId,
        partition,
        homeRegion: arn.region,
        isMultiRegion: false,
        isOrganization: false,
      },
    ];
  });
