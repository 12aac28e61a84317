import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { checkEncryption } from './encryption.ts';
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

/**
 * The same, for what reads or writes items: the table's key must let the caller.
 * @throws ServiceError `ResourceNotFoundException`, `ValidationException`, `AccessDeniedException`
 */
export function openTable(nameOrArn: string | undefined, call: Call): Table {
  const table = findTable(nameOrArn, call);
  checkEncryption(table, call);
  return table;
}
