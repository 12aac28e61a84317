import type { Drift } from '../drift.ts';
import type { Guard } from '../guard.ts';
import type { HeldBack } from '../look.ts';
import { isTripped } from './breaker.ts';
import type { OpenWindow } from './windows.ts';

/** Why a trail's settings may have to be left as they are for now. */
export interface Reasons {
  readonly trailArn: string;
  readonly window: OpenWindow | null;
  /** A change by an approved principal is under way: CloudTrail's event history has to confirm it first. */
  readonly isConfirming: boolean;
  readonly isSweep: boolean;
  /** AWS Control Tower keeps the trail, or what it delivers to. */
  readonly isControlTowers: boolean;
}

/**
 * Drifts that are not put back now. Below the floor nothing is held: a trail that records nothing or delivers nowhere is as good as
 * stopped.
 */
export async function holdBack(
  drifts: readonly Drift[],
  { trailArn, window, isConfirming, isSweep, isControlTowers }: Reasons,
  { ports }: Guard,
): Promise<HeldBack | null> {
  if (!drifts.some((drift) => drift.class === 'weaker')) return null;
  if (window) {
    const { until, coversStopLogging } = window.window;
    const because = `a maintenance window is open until ${until}`;
    const isHeld = (drift: Drift) => isConfiguration(drift) || coversStopLogging;
    return { because, isHeld, holdsLogging: coversStopLogging, window };
  }
  if (!drifts.some((drift) => drift.class === 'weaker' && isConfiguration(drift))) return null;
  if (isControlTowers) {
    const because =
      'AWS Control Tower keeps it, and denies others to change it: repair the landing zone there';
    return { because, isHeld: isConfiguration, holdsLogging: false, window: null };
  }
  if (isConfirming) {
    const because = 'an approved principal changed it, which event history has to confirm yet';
    return { because, isHeld: isAboveFloor, holdsLogging: false, window: null };
  }
  if (!isSweep && (await isTripped(trailArn, ports))) {
    const because =
      'they were put back five times in ten minutes: something keeps changing them. They are put back at the next sweep';
    return { because, isHeld: isAboveFloor, holdsLogging: false, window: null };
  }
  return null;
}

/** A trail that is gone counts as a setting only for those who deleted it on purpose. */
const isConfiguration = ({ path }: Drift): boolean => !/^(status|delivery)\b/.test(path);

/** What a trail needs to record anything and deliver it somewhere. */
const FLOOR =
  /^(trail\.S3BucketName$|eventSelectors\.management\.(read|write)$|bucket$|bucket\.policy($|\.delivery)|key\.)/;

const isAboveFloor = (drift: Drift): boolean => isConfiguration(drift) && !FLOOR.test(drift.path);
