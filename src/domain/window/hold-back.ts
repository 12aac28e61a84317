import { parseArn } from '../arn.ts';
import type { Baseline } from '../baseline/baseline.ts';
import { canHaveMade } from '../baseline/changed-parts.ts';
import { isControlTowers } from '../baseline/control-tower.ts';
import type { Change } from '../baseline/waiting-change.ts';
import type { Drift } from '../drift.ts';
import type { Guard } from '../guard.ts';
import type { HeldBack } from '../look.ts';
import type { Settings } from '../settings.ts';
import { isKeptHere } from '../standing.ts';
import { isTripped } from './breaker.ts';
import type { OpenWindow } from './windows.ts';

/** Why a trail's settings may have to be left as they are for now. */
export interface Reasons {
  readonly trailArn: string;
  readonly baseline: Baseline | null;
  /** AWS vouches for nobody who wrote the baseline: the store has it no more or does not answer, and the guard's own copy rules. */
  readonly isUnvouched: boolean;
  readonly window: OpenWindow | null;
  /** Changes by approved principals that CloudTrail's event history has to confirm first. */
  readonly confirming: readonly Change[];
  readonly isSweep: boolean;
}

/**
 * Drifts that are not put back now. Below the floor nothing is held: a trail that records nothing or delivers nowhere is as good as
 * stopped.
 */
export async function holdBack(
  drifts: readonly Drift[],
  reasons: Reasons,
  { ports, settings }: Guard,
): Promise<HeldBack | null> {
  const weaker = drifts.filter((drift) => drift.class === 'weaker');
  const { baseline, window, trailArn, isSweep } = reasons;
  if (window) return holdByWindow(window);
  if (!weaker.some(isConfiguration)) return null;
  if (baseline && weaker.some((drift) => isControlTowers(baseline, drift)))
    return hold(
      'AWS Control Tower keeps it, and denies others to change it: repair the landing zone there',
      (drift) => isControlTowers(baseline, drift),
    );
  if (baseline && reasons.isUnvouched && !staysHome(baseline, settings) && weaker.some(saysWhereTo))
    return hold(
      'the stored baseline is gone or unread, and nobody vouches for the guard’s own copy: where logs go is put back when an approved baseline can be read again',
      saysWhereTo,
    );
  const isConfirming = (drift: Drift) =>
    isAboveFloor(drift) && reasons.confirming.some(({ call }) => canHaveMade(call, drift));
  if (weaker.some(isConfirming))
    return hold('an approved principal changed it, which event history has to confirm yet', isConfirming);
  if (!isSweep && (await isTripped(trailArn, ports)))
    return hold(
      'they were put back five times in ten minutes: something keeps changing them. They are put back at the next sweep',
      isAboveFloor,
    );
  return null;
}

const hold = (because: string, isHeld: HeldBack['isHeld']): HeldBack => ({
  because,
  isHeld,
  holdsLogging: false,
  window: null,
});

/** Whether an open window leaves nothing to put back of these drifts. Deliveries that fail have a cause, and that is what is held or not. */
export const isAllHeldByWindow = (window: OpenWindow, drifts: readonly Drift[]): boolean =>
  drifts.every(
    (drift) =>
      drift.class !== 'weaker' || drift.path.startsWith('delivery.') || holdByWindow(window).isHeld(drift),
  );

function holdByWindow(window: OpenWindow): HeldBack {
  const { until, coversStopLogging } = window.window;
  return {
    because: `a maintenance window is open until ${until}`,
    isHeld: (drift) => (isConfiguration(drift) ? !isBlinding(drift) : coversStopLogging),
    holdsLogging: coversStopLogging,
    window,
  };
}

/** A trail that is gone counts as a setting only for those who deleted it on purpose. */
const isConfiguration = ({ path }: Drift): boolean => !/^(status|delivery)\b/.test(path);

/**
 * A trail that this guard keeps, with bucket and key of the guard's own account: the bucket has to prove it before a trail is pointed at it.
 * Deleted parameters must not keep such a trail from being put back. Of any other account's trail the copy alone says nothing: whoever
 * writes the table could make one up, with a policy that opens the bucket of this account.
 */
const staysHome = ({ trail, bucketOwner, parts }: Baseline, settings: Settings): boolean =>
  isKeptHere(trail, settings) &&
  bucketOwner === settings.accountId &&
  [parts.trail.KmsKeyId, parts.trail.SnsTopicARN].every(
    (arn) => arn === null || parseArn(arn)?.accountId === settings.accountId,
  );

/** Who wrote this could have the logs sent to himself. */
const saysWhereTo = ({ path }: Drift): boolean =>
  /^(trail$|trail\.(S3|KmsKeyId|SnsTopicARN|CloudWatchLogs)|bucket\.policy|key\.policy|topic\b)/.test(path);

/** A trail that records no calls, or delivers nowhere: not even maintenance needs that. */
const isBlinding = ({ path }: Drift): boolean =>
  /^(eventSelectors\.management(\.read|\.write)?$|bucket$|bucket\.policy($|\.delivery)|key\.(KeyState|policy\.encryption)$|key$)/.test(
    path,
  );

/** Pointing the trail at another bucket is what an approval that nobody gave would be for. */
export const isAboveFloor = (drift: Drift): boolean =>
  isConfiguration(drift) && !isBlinding(drift) && drift.path !== 'trail.S3BucketName';
