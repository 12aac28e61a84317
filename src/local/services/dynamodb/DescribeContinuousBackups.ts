import type {
  DescribeContinuousBackupsInput,
  DescribeContinuousBackupsOutput,
} from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { describeBackups } from './continuous-backups.ts';
import { findTable } from './find-table.ts';

export const DescribeContinuousBackups: Operation<
  DescribeContinuousBackupsInput,
  DescribeContinuousBackupsOutput
> = ({ TableName }, call) => ({
  ContinuousBackupsDescription: describeBackups(findTable(TableName, call), call.world.clock),
});
