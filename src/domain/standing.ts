import { parseArn } from './arn.ts';
import type { Baseline } from './baseline/baseline.ts';
import type { Settings } from './settings.ts';
import type { Part } from './snapshot.ts';
import { findTrail, isLogging, type Trail, type TrailStatus } from './trail.ts';

/** Whether a trail is this guard's to keep, and why in plain words. */
export interface Standing {
  readonly guarded: boolean;
  readonly because: string;
  /** What the trail must be. Null: nobody approved it yet, so that it is only kept logging. */
  readonly baseline: Baseline | null;
  /** The trail is another account's; what it delivers to is this one's, and that alone is guarded here. */
  readonly isDestination: boolean;
}

const guarded = (because: string, baseline: Baseline | null = null): Standing => ({
  guarded: true,
  because,
  baseline,
  isDestination: false,
});
const leftAlone = (because: string): Standing => ({
  guarded: false,
  because,
  baseline: null,
  isDestination: false,
});

/** What the settings and the baseline say, before anything of the trail's status is known. */
export function standingBySettings(
  trail: Trail,
  settings: Settings,
  baseline: Baseline | null = null,
): Standing {
  if (!isKeptHere(trail, settings)) return standingOfForeign(settings, baseline);
  // Retired with its deletion, and there again: another trail under the same name, which nobody approved.
  if (baseline?.state === 'retired' && baseline.approval.how === 'principal')
    return standingBySettings(trail, settings, null);
  if (baseline?.state === 'retired') return standingOfRetired(baseline);
  const approved = baseline ? `its baseline ${baseline.version} is approved` : NOT_APPROVED;
  if (settings.trails.length === 0)
    return guarded(
      `no trail is named in the guard’s parameters, so every trail is guarded; ${approved}`,
      baseline,
    );
  const isNamed = settings.trails.some(
    (nameOrArn) => findTrail([trail], nameOrArn, settings.region) !== undefined,
  );
  return isNamed
    ? guarded(
        `${isForeign(trail, settings) ? DELEGATED : 'it is named in the guard’s parameters'}; ${approved}`,
        baseline,
      )
    : leftAlone('the guard’s parameters name other trails');
}

/**
 * Whether a trail is this guard's to change: it is this account's, or its owner named it by its ARN. That is how this account is known to be
 * CloudTrail's delegated administrator, which changes the trails of the organization that the management account owns. A bare name means a
 * trail of this account.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-delegated-administrator.html
 */
export const isKeptHere = (trail: Owned, settings: Pick<Settings, 'accountId' | 'trails'>): boolean =>
  !isForeign(trail, settings) || settings.trails.includes(trail.arn);

type Owned = Pick<Trail, 'arn' | 'accountId'>;

/** Whether a trail is another account's, as the management account's trails of the organization are. */
export const isForeign = (
  trail: Pick<Owned, 'accountId'>,
  { accountId }: Pick<Settings, 'accountId'>,
): boolean => trail.accountId !== accountId;

const DELEGATED =
  'the guard’s parameters name it by its ARN, as a trail that this account administers for the management account';

export const standingOfRetired = ({ approval }: Baseline): Standing =>
  leftAlone(`its guarding was ended by ${approval.by} on ${approval.at}`);

/** As the landing zone is laid out: the trail is the management account's, its bucket and key lie in the account for logs. */
const standingOfForeign = ({ accountId }: Settings, baseline: Baseline | null): Standing =>
  baseline?.state === 'guarded' && baseline.bucketOwner === accountId
    ? {
        guarded: true,
        because: `it delivers to a bucket of this account, which baseline ${baseline.version} approves`,
        baseline,
        isDestination: true,
      }
    : leftAlone('it belongs to another account of the organization, whose own guard keeps it');

const NOT_APPROVED = 'it has no approved baseline, so it is kept logging and its settings are not guarded';

/**
 * A trail that was off before the guard came is its owner's business. That is derived, not stored: it never started,
 * or it stopped before the deployment. When the deployment's time cannot be read, it counts as guarded: a restart is
 * never withheld. A trail with an approved baseline must log, whenever it was stopped.
 * @param deployedAt milliseconds since the epoch; undefined when it could not be read
 */
export function standingByState(
  standing: Standing,
  status: Part<TrailStatus>,
  deployedAt: number | undefined,
): Standing {
  if (!standing.guarded || standing.baseline || !status.read) return standing;
  const { startLoggingTime, stopLoggingTime } = status.value;
  if (isLogging(status.value)) return standing;
  if (startLoggingTime === undefined) return leftAlone('it has never been started');
  // A start after the last stop means that the trail was on since, whatever the lagging rest of the status says.
  const stoppedBefore = isBefore(stopLoggingTime, deployedAt) && !isBefore(stopLoggingTime, startLoggingTime);
  return stoppedBefore ? leftAlone('it was stopped before this guard was deployed') : standing;
}

const isBefore = (time: number | undefined, other: number | undefined) =>
  time !== undefined && other !== undefined && time < other;

/** The trails that the owner named by ARN: what is known when CloudTrail does not answer which trails there are. */
export const namedTrails = ({ trails, accountId, partition }: Settings): readonly Trail[] =>
  trails.flatMap((named) => {
    const arn = parseArn(named);
    const name = arn?.resource.split('/')[1];
    if (!arn || !name) return [];
    return [
      {
        name,
        arn: named,
        accountId: arn.accountId,
        partition,
        homeRegion: arn.region,
        isMultiRegion: false,
        isOrganization: arn.accountId !== accountId,
        settings: null,
      },
    ];
  });

/** The trail of a baseline, as it was approved: what is known of a trail that is gone. */
export const trailOf = ({ trail, parts }: Baseline): Trail => ({
  ...trail,
  partition: parseArn(trail.arn)?.partition ?? 'aws',
  isMultiRegion: parts.trail.IsMultiRegionTrail,
  isOrganization: parts.trail.IsOrganizationTrail,
  settings: parts.trail,
});
