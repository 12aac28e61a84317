import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { type Table, tablesOf } from './store.ts';

/**
 * Finds a table of this account and Region by name or ARN.
 * @throws ServiceError `ResourceNotFoundException`
 */
export function findTable(nameOrArn: string | undefined, call: Call): Table {
  const tables = tablesOf(call);
  const table = tables.get(nameOrArn ?? '') ?? [...tables.values()].find(({ arn }) => arn === nameOrArn);
  if (table) return table;
  throw new ServiceError(
    'ResourceNotFoundException',
    `Requested resource not found: Table: ${nameOrArn} not found`,
  );
}
