import type {
  BillingMode,
  ProvisionedThroughput,
  SSEDescription,
  TableClass,
} from '@aws-sdk/client-dynamodb';
import type { Call } from '../../endpoint/operation.ts';
import type { AttributeType, Item } from './attribute-value.ts';

export interface KeyAttribute {
  readonly name: string;
  readonly type: AttributeType;
}

export interface Table {
  readonly name: string;
  readonly arn: string;
  readonly id: string;
  readonly createdAt: number;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute | undefined;
  /** By the text of their key, in the order they were first written. */
  readonly items: Map<string, Item>;
  readonly tags: Map<string, string>;
  billingMode: BillingMode;
  throughput: ProvisionedThroughput | undefined;
  tableClass: TableClass;
  deletionProtection: boolean;
  encryption: SSEDescription | undefined;
  /** The attribute that holds an item's end as seconds since the epoch. */
  timeToLiveAttribute: string | undefined;
  pointInTimeRecovery: { readonly since: number; readonly days: number } | undefined;
}

const tables = { name: 'dynamodb.tables', create: () => new Map<string, Table>() };

export const tablesOf = ({ world, accountId, region }: Call): Map<string, Table> =>
  world.store(tables, accountId, region);
