import { isDeepStrictEqual } from 'node:util';
import type {
  CreateTableInput,
  CreateTableOutput,
  DescribeTableOutput,
  UpdateContinuousBackupsInput,
  UpdateTableInput,
  UpdateTimeToLiveInput,
} from '@aws-sdk/client-dynamodb';
import type { ResourceContext } from '../resource-context.ts';
import type { Change } from '../resource-type.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { boolean, integer, list, object, tagList, text } from '../shape/index.ts';
import { tagChanges } from '../tag-changes.ts';
import { isGone, unlessGone } from '../unless-gone.ts';

const properties = object(
  {
    AttributeDefinitions: list(
      object({ AttributeName: text, AttributeType: text }, ['AttributeName', 'AttributeType']),
    ),
    BillingMode: text,
    DeletionProtectionEnabled: boolean,
    KeySchema: list(object({ AttributeName: text, KeyType: text }, ['AttributeName', 'KeyType'])),
    PointInTimeRecoverySpecification: object({
      PointInTimeRecoveryEnabled: boolean,
      RecoveryPeriodInDays: integer,
    }),
    ProvisionedThroughput: object({ ReadCapacityUnits: integer, WriteCapacityUnits: integer }, [
      'ReadCapacityUnits',
      'WriteCapacityUnits',
    ]),
    SSESpecification: object({ KMSMasterKeyId: text, SSEEnabled: boolean, SSEType: text }, ['SSEEnabled']),
    TableClass: text,
    TableName: text,
    Tags: tagList,
    TimeToLiveSpecification: object({ AttributeName: text, Enabled: boolean }, ['Enabled']),
  },
  ['KeySchema'],
);
type Properties = Read<typeof properties>;

export const table = resourceType<Properties>({
  type: 'AWS::DynamoDB::Table',
  properties,
  attributes: ['Arn'],
  createOnly: ['AttributeDefinitions', 'KeySchema', 'TableName'],
  nameProperty: 'TableName',
  tagging: 'list',

  async create(wanted, context) {
    const TableName = wanted.TableName ?? context.generateName(255);
    const { TableDescription } = await context.call<CreateTableOutput>('dynamodb', 'CreateTable', {
      ...settingsOf(wanted),
      TableName,
      // The types only differ in that these lists may not be written to.
      AttributeDefinitions: wanted.AttributeDefinitions as CreateTableInput['AttributeDefinitions'],
      KeySchema: wanted.KeySchema as NonNullable<CreateTableInput['KeySchema']>,
      Tags: wanted.Tags && [...wanted.Tags],
    } satisfies CreateTableInput);
    context.identify(TableName);
    await waitUntilActive(TableName, context);
    await putTimeToLive(TableName, wanted, undefined, context);
    await putBackups(TableName, wanted, undefined, context);
    return { physicalId: TableName, attributes: { Arn: TableDescription?.TableArn } };
  },

  async update(change, context) {
    const { physicalId: TableName, properties: wanted, previous, attributes } = change;
    await updateSettings(change, context);
    await putTimeToLive(TableName, wanted, previous, context);
    await putBackups(TableName, wanted, previous, context);
    const ResourceArn = attributes.Arn;
    const { added: Tags, removedKeys: TagKeys } = tagChanges(previous.Tags, wanted.Tags);
    if (TagKeys.length > 0) await context.call('dynamodb', 'UntagResource', { ResourceArn, TagKeys });
    if (Tags.length > 0) await context.call('dynamodb', 'TagResource', { ResourceArn, Tags });
    return { physicalId: TableName, attributes };
  },

  async delete({ physicalId: TableName }, context) {
    await unlessGone(context.call('dynamodb', 'DeleteTable', { TableName }));
    await context.waitUntil(async () => (await statusOf(TableName, context)) === undefined);
  },
});

const settingsOf = ({ SSESpecification: encryption, ...wanted }: Properties) => ({
  BillingMode: wanted.BillingMode as CreateTableInput['BillingMode'],
  DeletionProtectionEnabled: wanted.DeletionProtectionEnabled,
  ProvisionedThroughput: wanted.ProvisionedThroughput,
  SSESpecification: encryption && {
    Enabled: encryption.SSEEnabled,
    SSEType: encryption.SSEType as 'KMS' | undefined,
    KMSMasterKeyId: encryption.KMSMasterKeyId,
  },
  TableClass: wanted.TableClass as CreateTableInput['TableClass'],
});

/** What a setting that was taken away goes back to. */
const defaults: UpdateTableInput = {
  TableName: undefined,
  BillingMode: 'PROVISIONED',
  DeletionProtectionEnabled: false,
  SSESpecification: { Enabled: false },
  TableClass: 'STANDARD',
};

async function updateSettings(change: Change<Properties>, context: ResourceContext): Promise<void> {
  const next = settingsOf(change.properties);
  const previous = settingsOf(change.previous);
  const names = (Object.keys(next) as (keyof typeof next)[]).filter(
    (name) => !isDeepStrictEqual(next[name], previous[name]),
  );
  if (names.length === 0) return;
  await context.call('dynamodb', 'UpdateTable', {
    TableName: change.physicalId,
    ...Object.fromEntries(names.map((name) => [name, next[name] ?? defaults[name]])),
  } satisfies UpdateTableInput);
  await waitUntilActive(change.physicalId, context);
}

async function putTimeToLive(
  TableName: string,
  { TimeToLiveSpecification: next }: Properties,
  previous: Properties | undefined,
  context: ResourceContext,
): Promise<void> {
  const before = previous?.TimeToLiveSpecification;
  if (isDeepStrictEqual(next, before) || !(next?.Enabled || before?.Enabled)) return;
  const { AttributeName } = next?.AttributeName ? next : (before ?? {});
  const input: UpdateTimeToLiveInput = {
    TableName,
    TimeToLiveSpecification: { AttributeName, Enabled: next?.Enabled ?? false },
  };
  await context.call('dynamodb', 'UpdateTimeToLive', input);
}

async function putBackups(
  TableName: string,
  { PointInTimeRecoverySpecification: next }: Properties,
  previous: Properties | undefined,
  context: ResourceContext,
): Promise<void> {
  if (isDeepStrictEqual(next, previous?.PointInTimeRecoverySpecification)) return;
  const { PointInTimeRecoveryEnabled = false, RecoveryPeriodInDays } = next ?? {};
  const input: UpdateContinuousBackupsInput = {
    TableName,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled, RecoveryPeriodInDays },
  };
  await context.call('dynamodb', 'UpdateContinuousBackups', input);
}

async function waitUntilActive(TableName: string, context: ResourceContext): Promise<void> {
  await context.waitUntil(async () => (await statusOf(TableName, context)) === 'ACTIVE');
}

async function statusOf(TableName: string, context: ResourceContext): Promise<string | undefined> {
  try {
    const { Table } = await context.call<DescribeTableOutput>('dynamodb', 'DescribeTable', { TableName });
    return Table?.TableStatus;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
