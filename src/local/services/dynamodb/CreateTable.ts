import { randomUUID } from 'node:crypto';
import type { CreateTableInput, CreateTableOutput, KeyType } from '@aws-sdk/client-dynamodb';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { encryptionOf } from './encryption.ts';
import { type KeyAttribute, type Table, tablesOf } from './store.ts';
import { describe } from './table-description.ts';
import { billingOf } from './table-settings.ts';
import { addTags } from './tags.ts';
import { validation } from './validation.ts';

export const CreateTable: Operation<CreateTableInput, CreateTableOutput> = (input, call) => {
  refuse(input);
  const tables = tablesOf(call);
  const { TableName: name = '' } = input;
  if (!/^[\w.-]{3,255}$/.test(name)) {
    throw validation('TableName must be 3 to 255 characters of a-z, A-Z, 0-9, _, - and .');
  }
  if (tables.has(name)) {
    throw new ServiceError('ResourceInUseException', `Table already exists: ${name}`);
  }
  const table = tableFrom(input, name, call);
  addTags(table.tags, input.Tags ?? []);
  tables.set(name, table);
  return { TableDescription: describe(table, 'CREATING') };
};

function refuse(input: CreateTableInput): void {
  refuseUnsupported(
    input,
    'LocalSecondaryIndexes',
    'GlobalSecondaryIndexes',
    'WarmThroughput',
    'ResourcePolicy',
    'OnDemandThroughput',
    'GlobalTableSourceArn',
    'VectorIndexes',
  );
  if (input.StreamSpecification?.StreamEnabled) refuseUnsupported(input, 'StreamSpecification');
}

const tableFrom = (input: CreateTableInput, name: string, call: Call): Table => ({
  name,
  arn: `arn:${call.partition}:dynamodb:${call.region}:${call.accountId}:table/${name}`,
  id: randomUUID(),
  createdAt: call.world.clock.now(),
  ...keysOf(input),
  ...billingOf(input),
  items: new Map(),
  tags: new Map(),
  tableClass: input.TableClass ?? 'STANDARD',
  deletionProtection: input.DeletionProtectionEnabled ?? false,
  encryption: encryptionOf(input.SSESpecification, name, call),
  timeToLiveAttribute: undefined,
  pointInTimeRecovery: undefined,
});

function keysOf(input: CreateTableInput): Pick<Table, 'partitionKey' | 'sortKey'> {
  const partitionKey = keyOfType(input, 'HASH');
  const sortKey = keyOfType(input, 'RANGE');
  if (!partitionKey)
    throw validation('No Hash Key specified in schema. All Dynamo DB tables must have exactly one hash key');
  const used = sortKey ? 2 : 1;
  if (input.KeySchema?.length !== used || input.AttributeDefinitions?.length !== used) {
    throw validation(
      'One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions',
    );
  }
  return { partitionKey, sortKey };
}

function keyOfType({ KeySchema = [], AttributeDefinitions = [] }: CreateTableInput, type: KeyType) {
  const name = KeySchema.find(({ KeyType }) => KeyType === type)?.AttributeName;
  if (name === undefined) return undefined;
  const defined = AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType;
  if (!defined || !['S', 'N', 'B'].includes(defined)) {
    throw validation(
      `One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [${name}]`,
    );
  }
  return { name, type: defined } satisfies KeyAttribute;
}
