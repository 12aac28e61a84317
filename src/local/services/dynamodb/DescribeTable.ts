import type { DescribeTableInput, DescribeTableOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { isAccessible } from './encryption.ts';
import { findTable } from './find-table.ts';
import { liveItems } from './items.ts';
import { describe } from './table-description.ts';

export const DescribeTable: Operation<DescribeTableInput, DescribeTableOutput> = ({ TableName }, call) => {
  const table = findTable(TableName, call);
  liveItems(table, call.world.clock);
  return {
    Table: describe(table, isAccessible(table, call) ? 'ACTIVE' : 'INACCESSIBLE_ENCRYPTION_CREDENTIALS'),
  };
};
