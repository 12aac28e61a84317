import type { UpdateContinuousBackupsInput, UpdateContinuousBackupsOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { describeBackups } from './continuous-backups.ts';
import { findTable } from './find-table.ts';

const DEFAULT_DAYS = 35;

export const UpdateContinuousBackups: Operation<
  UpdateContinuousBackupsInput,
  UpdateContinuousBackupsOutput
> = ({ TableName, PointInTimeRecoverySpecification: wanted }, { world, ...call }) => {
  const table = findTable(TableName, { world, ...call });
  const since = table.pointInTimeRecovery?.since ?? world.clock.now();
  table.pointInTimeRecovery = wanted?.PointInTimeRecoveryEnabled
    ? { since, days: wanted.RecoveryPeriodInDays ?? DEFAULT_DAYS }
    : undefined;
  return { ContinuousBackupsDescription: describeBackups(table, world.clock) };
};
