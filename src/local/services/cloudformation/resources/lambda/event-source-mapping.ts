import type {
  CreateEventSourceMappingRequest,
  EventSourceMappingConfiguration,
  UpdateEventSourceMappingRequest,
} from '@aws-sdk/client-lambda';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { boolean, integer, list, object, tagList, text } from '../shape/index.ts';
import { tagChanges, tagsAsMap } from '../tag-changes.ts';
import { isGone, unlessGone } from '../unless-gone.ts';

const properties = object(
  {
    BatchSize: integer,
    Enabled: boolean,
    EventSourceArn: text,
    FilterCriteria: object({ Filters: list(object({ Pattern: text })) }),
    FunctionName: text,
    FunctionResponseTypes: list(text),
    MaximumBatchingWindowInSeconds: integer,
    ScalingConfig: object({ MaximumConcurrency: integer }),
    Tags: tagList,
  },
  ['FunctionName'],
);
type Properties = Read<typeof properties>;

export const eventSourceMapping = resourceType<Properties>({
  type: 'AWS::Lambda::EventSourceMapping',
  properties,
  attributes: ['EventSourceMappingArn', 'Id'],
  createOnly: ['EventSourceArn'],
  tagging: 'list',

  async create(wanted, context) {
    const made = await context.call<EventSourceMappingConfiguration>('lambda', 'CreateEventSourceMapping', {
      ...settingsOf(wanted),
      EventSourceArn: wanted.EventSourceArn,
      FunctionName: wanted.FunctionName,
      Tags: tagsAsMap(wanted.Tags),
    } satisfies CreateEventSourceMappingRequest);
    const { UUID = '', EventSourceMappingArn } = made;
    context.identify(UUID);
    await waitUntilSettled(UUID, context);
    return { physicalId: UUID, attributes: { Id: UUID, EventSourceMappingArn } };
  },

  async update({ physicalId: UUID, properties: wanted, previous, attributes }, context) {
    await context.call('lambda', 'UpdateEventSourceMapping', {
      ...defaultsOfRemoved(wanted, previous),
      ...settingsOf(wanted),
      UUID,
      FunctionName: wanted.FunctionName,
    } satisfies UpdateEventSourceMappingRequest);
    await waitUntilSettled(UUID, context);
    const { added, removedKeys: TagKeys } = tagChanges(previous.Tags, wanted.Tags);
    const Resource = String(attributes.EventSourceMappingArn);
    if (TagKeys.length > 0) await context.call('lambda', 'UntagResource', { Resource, TagKeys });
    if (added.length > 0) await context.call('lambda', 'TagResource', { Resource, Tags: tagsAsMap(added) });
    return { physicalId: UUID, attributes };
  },

  async delete({ physicalId: UUID }, context) {
    await unlessGone(context.call('lambda', 'DeleteEventSourceMapping', { UUID }));
    await context.waitUntil(async () => (await stateOf(UUID, context)) === undefined);
  },
});

const settingsOf = (wanted: Properties) => ({
  BatchSize: wanted.BatchSize,
  Enabled: wanted.Enabled,
  FilterCriteria: wanted.FilterCriteria && { Filters: [...(wanted.FilterCriteria.Filters ?? [])] },
  FunctionResponseTypes: wanted.FunctionResponseTypes && [
    ...(wanted.FunctionResponseTypes as readonly 'ReportBatchItemFailures'[]),
  ],
  MaximumBatchingWindowInSeconds: wanted.MaximumBatchingWindowInSeconds,
  ScalingConfig: wanted.ScalingConfig,
});

/** What settings that were taken away go back to. */
const defaults: ReturnType<typeof settingsOf> = {
  BatchSize: 10,
  Enabled: true,
  FilterCriteria: { Filters: [] },
  FunctionResponseTypes: [],
  MaximumBatchingWindowInSeconds: 0,
  ScalingConfig: {},
};

function defaultsOfRemoved(wanted: Properties, previous: Properties): Partial<typeof defaults> {
  const names = Object.keys(defaults) as (keyof typeof defaults)[];
  const removed = names.filter((name) => previous[name] !== undefined && wanted[name] === undefined);
  return Object.fromEntries(removed.map((name) => [name, defaults[name]]));
}

async function waitUntilSettled(UUID: string, context: ResourceContext): Promise<void> {
  await context.waitUntil(async () => !/ing$/.test((await stateOf(UUID, context)) ?? ''));
}

/** `Creating`, `Enabling`, `Enabled`, `Updating` …; undefined when there is none. */
async function stateOf(UUID: string, context: ResourceContext): Promise<string | undefined> {
  try {
    const now = await context.call<EventSourceMappingConfiguration>('lambda', 'GetEventSourceMapping', {
      UUID,
    });
    return now.State;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
