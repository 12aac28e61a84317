import type { DeleteTableInput, DeleteTableOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { findTable } from './find-table.ts';
import { tablesOf } from './store.ts';
import { describe } from './table-description.ts';
import { validation } from './validation.ts';

export const DeleteTable: Operation<DeleteTableInput, DeleteTableOutput> = ({ TableName }, call) => {
  const table = findTable(TableName, call);
  if (table.deletionProtection) {
    throw validation(
      `Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.`,
    );
  }
  tablesOf(call).delete(table.name);
  return { TableDescription: describe(table, 'DELETING') };
};
