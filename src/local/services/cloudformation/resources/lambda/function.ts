import { isDeepStrictEqual } from 'node:util';
import type {
  CreateFunctionRequest,
  FunctionConfiguration,
  GetFunctionConfigurationRequest,
  PutFunctionConcurrencyRequest,
  TagResourceRequest,
  UntagResourceRequest,
  UpdateFunctionCodeRequest,
  UpdateFunctionConfigurationRequest,
} from '@aws-sdk/client-lambda';
import type { ResourceContext } from '../resource-context.ts';
import type { Change } from '../resource-type.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { integer, list, mapOf, object, tagList, text } from '../shape/index.ts';
import { tagChanges, tagsAsMap } from '../tag-changes.ts';
import { unlessGone } from '../unless-gone.ts';
import { archiveOf, inlineCode } from './inline-code.ts';

const properties = object(
  {
    Architectures: list(text),
    Code: object({ ZipFile: inlineCode, S3Bucket: text, S3Key: text, S3ObjectVersion: text }),
    DeadLetterConfig: object({ TargetArn: text }),
    Description: text,
    Environment: object({ Variables: mapOf(text) }),
    EphemeralStorage: object({ Size: integer }, ['Size']),
    FunctionName: text,
    Handler: text,
    KmsKeyArn: text,
    LoggingConfig: object({
      LogFormat: text,
      ApplicationLogLevel: text,
      SystemLogLevel: text,
      LogGroup: text,
    }),
    MemorySize: integer,
    PackageType: text,
    ReservedConcurrentExecutions: integer,
    Role: text,
    Runtime: text,
    Tags: tagList,
    Timeout: integer,
    TracingConfig: object({ Mode: text }),
  },
  ['Code', 'Role'],
);
type Properties = Read<typeof properties>;

export const lambdaFunction = resourceType<Properties>({
  type: 'AWS::Lambda::Function',
  properties,
  attributes: ['Arn'],
  createOnly: ['FunctionName', 'PackageType'],
  nameProperty: 'FunctionName',
  tagging: 'list',

  async create(wanted, context) {
    const physicalId = wanted.FunctionName ?? context.generateName(64);
    const made = await context.call<FunctionConfiguration>('lambda', 'CreateFunction', {
      FunctionName: physicalId,
      ...configurationOf(wanted),
      Role: wanted.Role,
      Code: codeOf(wanted),
      Architectures: architecturesOf(wanted),
      PackageType: wanted.PackageType as CreateFunctionRequest['PackageType'],
      Tags: tagsAsMap(wanted.Tags),
    } satisfies CreateFunctionRequest);
    context.identify(physicalId);
    await waitUntilUsable(physicalId, context);
    await putConcurrency(physicalId, wanted, undefined, context);
    return { physicalId, attributes: { Arn: made.FunctionArn } };
  },

  async update(change, context) {
    const { physicalId, properties: wanted, previous, attributes } = change;
    await updateCode(change, context);
    await updateConfiguration(change, context);
    await putConcurrency(physicalId, wanted, previous, context);
    const { added, removedKeys: TagKeys } = tagChanges(previous.Tags, wanted.Tags);
    const Resource = String(attributes.Arn);
    const Tags = tagsAsMap(added);
    if (TagKeys.length > 0)
      await context.call('lambda', 'UntagResource', { Resource, TagKeys } satisfies UntagResourceRequest);
    if (added.length > 0)
      await context.call('lambda', 'TagResource', { Resource, Tags: Tags } satisfies TagResourceRequest);
    return { physicalId, attributes };
  },

  async delete({ physicalId: FunctionName }, context) {
    await unlessGone(context.call('lambda', 'DeleteFunction', { FunctionName }));
  },
});

function configurationOf(wanted: Properties) {
  return {
    DeadLetterConfig: wanted.DeadLetterConfig,
    Description: wanted.Description,
    Environment: wanted.Environment,
    EphemeralStorage: wanted.EphemeralStorage,
    Handler: wanted.Handler,
    KMSKeyArn: wanted.KmsKeyArn,
    LoggingConfig: wanted.LoggingConfig as CreateFunctionRequest['LoggingConfig'],
    MemorySize: wanted.MemorySize,
    Role: wanted.Role,
    Runtime: wanted.Runtime as CreateFunctionRequest['Runtime'],
    Timeout: wanted.Timeout,
    TracingConfig: wanted.TracingConfig as CreateFunctionRequest['TracingConfig'],
  };
}

/** What a setting that was taken away goes back to. */
const defaults: UpdateFunctionConfigurationRequest = {
  FunctionName: undefined,
  DeadLetterConfig: { TargetArn: '' },
  Description: '',
  Environment: { Variables: {} },
  EphemeralStorage: { Size: 512 },
  KMSKeyArn: '',
  LoggingConfig: { LogFormat: 'Text' },
  MemorySize: 128,
  Timeout: 3,
  TracingConfig: { Mode: 'PassThrough' },
};

const architecturesOf = (wanted: Properties) =>
  wanted.Architectures && ([...wanted.Architectures] as CreateFunctionRequest['Architectures']);

function codeOf({
  Code: { ZipFile, ...place },
  Runtime,
}: Properties): NonNullable<CreateFunctionRequest['Code']> {
  return ZipFile === undefined ? place : { ZipFile: archiveOf(ZipFile, Runtime) };
}

async function updateCode(change: Change<Properties>, context: ResourceContext): Promise<void> {
  const { physicalId, properties: wanted, previous } = change;
  const isSame =
    isDeepStrictEqual(wanted.Code, previous.Code) &&
    isDeepStrictEqual(wanted.Architectures, previous.Architectures);
  if (isSame) return;
  await context.call('lambda', 'UpdateFunctionCode', {
    FunctionName: physicalId,
    ...codeOf(wanted),
    Architectures: architecturesOf(wanted) ?? ['x86_64'],
  } satisfies UpdateFunctionCodeRequest);
  await waitUntilUsable(physicalId, context);
}

async function updateConfiguration(change: Change<Properties>, context: ResourceContext): Promise<void> {
  const next = configurationOf(change.properties);
  const previous = configurationOf(change.previous);
  if (isDeepStrictEqual(next, previous)) return;
  const names = Object.keys(next) as (keyof typeof next)[];
  const settings = names.map((name) => [
    name,
    next[name] ?? (previous[name] === undefined ? undefined : defaults[name]),
  ]);
  await context.call('lambda', 'UpdateFunctionConfiguration', {
    FunctionName: change.physicalId,
    ...Object.fromEntries(settings),
  } satisfies UpdateFunctionConfigurationRequest);
  await waitUntilUsable(change.physicalId, context);
}

async function putConcurrency(
  FunctionName: string,
  { ReservedConcurrentExecutions }: Properties,
  previous: Properties | undefined,
  context: ResourceContext,
): Promise<void> {
  if (ReservedConcurrentExecutions === previous?.ReservedConcurrentExecutions) return;
  if (ReservedConcurrentExecutions === undefined) {
    await context.call('lambda', 'DeleteFunctionConcurrency', { FunctionName });
    return;
  }
  const input: PutFunctionConcurrencyRequest = { FunctionName, ReservedConcurrentExecutions };
  await context.call('lambda', 'PutFunctionConcurrency', input);
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html */
async function waitUntilUsable(FunctionName: string, context: ResourceContext): Promise<void> {
  const input: GetFunctionConfigurationRequest = { FunctionName };
  await context.waitUntil(async () => {
    const now = await context.call<FunctionConfiguration>('lambda', 'GetFunctionConfiguration', input);
    return now.State !== 'Pending' && now.LastUpdateStatus !== 'InProgress';
  });
}
