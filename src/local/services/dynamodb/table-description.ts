import type { KeySchemaElement, TableDescription, TableStatus } from '@aws-sdk/client-dynamodb';
import { sizeOfMap } from './item-size.ts';
import { keyAttributes } from './items.ts';
import type { Table } from './store.ts';

export function describe(table: Table, status: TableStatus = 'ACTIVE'): TableDescription {
  const items = [...table.items.values()];
  return {
    TableName: table.name,
    TableArn: table.arn,
    TableId: table.id,
    TableStatus: status,
    CreationDateTime: new Date(table.createdAt),
    AttributeDefinitions: keyAttributes(table).map(({ name, type }) => ({
      AttributeName: name,
      AttributeType: type as 'S' | 'N' | 'B',
    })),
    KeySchema: keySchema(table),
    ItemCount: items.length,
    TableSizeBytes: items.reduce((bytes, item) => bytes + sizeOfMap(item), 0),
    BillingModeSummary: { BillingMode: table.billingMode },
    ProvisionedThroughput: {
      NumberOfDecreasesToday: 0,
      ReadCapacityUnits: table.throughput?.ReadCapacityUnits ?? 0,
      WriteCapacityUnits: table.throughput?.WriteCapacityUnits ?? 0,
    },
    TableClassSummary: { TableClass: table.tableClass },
    DeletionProtectionEnabled: table.deletionProtection,
    SSEDescription: table.encryption,
  };
}

const keySchema = (table: Table): KeySchemaElement[] =>
  keyAttributes(table).map(({ name }, i) => ({ AttributeName: name, KeyType: i === 0 ? 'HASH' : 'RANGE' }));
