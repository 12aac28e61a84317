import type { Settings } from '../settings.ts';
import type { Report, TrailReport } from './report.ts';

type Mailing = Pick<Settings, 'notifyOn' | 'notifyOnAttempts'>;

/** Whether the owner wants this report as a message. What could not be put back is always told. */
export function isMailed(report: Report, settings: Mailing): boolean {
  if (report.kind === 'attempts') return settings.notifyOnAttempts;
  // What was approved, opened or retired is always told, and so is what could not be read: nobody may do that silently.
  return report.kind !== 'trail' || weightOf(report) >= WEIGHT[settings.notifyOn];
}

const WEIGHT = { 'restored-or-failed': 2, tampering: 1, all: 0 } as const;

function weightOf({ outcome, findings, notice, dark, weakened }: TrailReport): number {
  // What follows a first message belongs to an incident that was told.
  if (notice !== 'first' || (dark && !dark.until) || (weakened && !weakened.until)) return 2;
  const isStateAffected = findings.some(({ drift }) => drift !== null);
  if (isStateAffected || outcome === 'restored' || outcome === 'undetermined' || outcome === 'refused')
    return 2;
  return findings.length > 0 ? 1 : 0;
}
