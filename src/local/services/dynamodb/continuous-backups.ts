import type { ContinuousBackupsDescription } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../endpoint/clock.ts';
import type { Table } from './store.ts';

/** The newest point DynamoDB can go back to lies about this far behind. */
const RESTORABLE_LAG_MS = 5 * 60_000;
const DAY_MS = 24 * 3_600_000;

export function describeBackups({ pointInTimeRecovery }: Table, clock: Clock): ContinuousBackupsDescription {
  if (!pointInTimeRecovery) {
    return {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
    };
  }
  const { since, days } = pointInTimeRecovery;
  return {
    ContinuousBackupsStatus: 'ENABLED',
    PointInTimeRecoveryDescription: {
      PointInTimeRecoveryStatus: 'ENABLED',
      RecoveryPeriodInDays: days,
      EarliestRestorableDateTime: new Date(Math.max(since, clock.now() - days * DAY_MS)),
      LatestRestorableDateTime: new Date(Math.max(since, clock.now() - RESTORABLE_LAG_MS)),
    },
  };
}
