import type { Drift } from '../drift.ts';
import type { ObjectLock, PartValues } from '../parts.ts';

type Lock = PartValues['bucket.objectLock'];

const STRENGTHS: readonly ObjectLock['Mode'][] = [null, 'GOVERNANCE', 'COMPLIANCE'];
const DAYS_OF_YEAR = 365;

/**
 * How long nobody can delete a new log file. Files that are there keep what they came with.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export function compareObjectLock(expected: Lock, actual: Lock): readonly Drift[] {
  const [wanted, found] = [read(expected), read(actual)];
  const lessens = found.mode < wanted.mode || found.days < wanted.days || found.isOn < wanted.isOn;
  const adds = found.mode > wanted.mode || found.days > wanted.days || found.isOn > wanted.isOn;
  if (!lessens && !adds) return [];
  return [{ path: 'bucket.objectLock', expected, actual, class: lessens ? 'weaker' : 'stronger' }];
}

function read(lock: Lock): { readonly isOn: number; readonly mode: number; readonly days: number } {
  const days = lock?.Days ?? (lock?.Years ?? 0) * DAYS_OF_YEAR;
  return { isOn: Number(lock !== null), mode: STRENGTHS.indexOf(lock?.Mode ?? null), days };
}
