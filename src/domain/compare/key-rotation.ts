import type { Drift } from '../drift.ts';
import type { PartValues } from '../parts.ts';

type Rotation = PartValues['key.rotation'];

/** KMS rotates once a year when nothing else is said. */
const DEFAULT_PERIOD_DAYS = 365;

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html */
export function compareKeyRotation(expected: Rotation, actual: Rotation): readonly Drift[] {
  const [wanted, found] = [periodOf(expected), periodOf(actual)];
  if (!expected || wanted === found) return [];
  return [{ path: 'key.rotation', expected, actual, class: found > wanted ? 'weaker' : 'stronger' }];
}

const periodOf = (rotation: Rotation): number =>
  rotation?.KeyRotationEnabled
    ? (rotation.RotationPeriodInDays ?? DEFAULT_PERIOD_DAYS)
    : Number.POSITIVE_INFINITY;
