import { isDeepStrictEqual } from 'node:util';
import type {
  CreateTrailRequest,
  CreateTrailResponse,
  PutEventSelectorsRequest,
  PutInsightSelectorsRequest,
  UpdateTrailRequest,
  UpdateTrailResponse,
} from '@aws-sdk/client-cloudtrail';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { boolean, list, object, tagList, text } from '../shape/index.ts';
import { tagChanges } from '../tag-changes.ts';
import { unlessGone } from '../unless-gone.ts';

const eventSelector = object({
  DataResources: list(object({ Type: text, Values: list(text) }, ['Type'])),
  ExcludeManagementEventSources: list(text),
  IncludeManagementEvents: boolean,
  ReadWriteType: text,
});
const fieldSelector = object(
  {
    EndsWith: list(text),
    Equals: list(text),
    Field: text,
    NotEndsWith: list(text),
    NotEquals: list(text),
    NotStartsWith: list(text),
    StartsWith: list(text),
  },
  ['Field'],
);
const properties = object(
  {
    AdvancedEventSelectors: list(
      object({ FieldSelectors: list(fieldSelector), Name: text }, ['FieldSelectors']),
    ),
    CloudWatchLogsLogGroupArn: text,
    CloudWatchLogsRoleArn: text,
    EnableLogFileValidation: boolean,
    EventSelectors: list(eventSelector),
    IncludeGlobalServiceEvents: boolean,
    InsightSelectors: list(object({ InsightType: text })),
    IsLogging: boolean,
    IsMultiRegionTrail: boolean,
    IsOrganizationTrail: boolean,
    KMSKeyId: text,
    S3BucketName: text,
    S3KeyPrefix: text,
    SnsTopicName: text,
    Tags: tagList,
    TrailName: text,
  },
  ['IsLogging', 'S3BucketName'],
);
type Properties = Read<typeof properties>;

export const trail = resourceType<Properties>({
  type: 'AWS::CloudTrail::Trail',
  properties,
  attributes: ['Arn', 'SnsTopicArn'],
  createOnly: ['TrailName'],
  nameProperty: 'TrailName',
  tagging: 'list',

  async create(wanted, context) {
    const Name = wanted.TrailName ?? context.generateName(128);
    const input: CreateTrailRequest = {
      ...settingsOf(wanted),
      Name,
      TagsList: wanted.Tags && [...wanted.Tags],
    };
    const made = await context.call<CreateTrailResponse>('cloudtrail', 'CreateTrail', input);
    context.identify(Name);
    await putSelectors(Name, wanted, undefined, context);
    if (wanted.IsLogging) await context.call('cloudtrail', 'StartLogging', { Name });
    return { physicalId: Name, attributes: attributesOf(made) };
  },

  async update({ physicalId: Name, properties: wanted, previous, attributes }, context) {
    const input: UpdateTrailRequest = { ...defaults, ...withoutUndefined(settingsOf(wanted)), Name };
    const changed = await context.call<UpdateTrailResponse>('cloudtrail', 'UpdateTrail', input);
    await putSelectors(Name, wanted, previous, context);
    const { added: TagsList, removedKeys } = tagChanges(previous.Tags, wanted.Tags);
    const removed = previous.Tags?.filter(({ Key }) => removedKeys.includes(Key)) ?? [];
    const ResourceId = String(attributes.Arn);
    if (removed.length > 0) await context.call('cloudtrail', 'RemoveTags', { ResourceId, TagsList: removed });
    if (TagsList.length > 0) await context.call('cloudtrail', 'AddTags', { ResourceId, TagsList });
    if (wanted.IsLogging !== previous.IsLogging) {
      await context.call('cloudtrail', wanted.IsLogging ? 'StartLogging' : 'StopLogging', { Name });
    }
    return { physicalId: Name, attributes: attributesOf(changed) };
  },

  async delete({ physicalId: Name }, context) {
    await unlessGone(context.call('cloudtrail', 'DeleteTrail', { Name }));
  },
});

const settingsOf = (wanted: Properties) => ({
  CloudWatchLogsLogGroupArn: wanted.CloudWatchLogsLogGroupArn,
  CloudWatchLogsRoleArn: wanted.CloudWatchLogsRoleArn,
  EnableLogFileValidation: wanted.EnableLogFileValidation,
  IncludeGlobalServiceEvents: wanted.IncludeGlobalServiceEvents,
  IsMultiRegionTrail: wanted.IsMultiRegionTrail,
  IsOrganizationTrail: wanted.IsOrganizationTrail,
  KmsKeyId: wanted.KMSKeyId,
  S3BucketName: wanted.S3BucketName,
  S3KeyPrefix: wanted.S3KeyPrefix,
  SnsTopicName: wanted.SnsTopicName,
});

/** UpdateTrail leaves alone what it is not told: what the template does not say is said here. */
const defaults = {
  EnableLogFileValidation: false,
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: false,
  KmsKeyId: '',
  S3KeyPrefix: '',
  SnsTopicName: '',
};

const withoutUndefined = <T extends object>(settings: T) =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

const attributesOf = ({ TrailARN, SnsTopicARN }: CreateTrailResponse) => ({
  Arn: TrailARN,
  ...(SnsTopicARN && { SnsTopicArn: SnsTopicARN }),
});

async function putSelectors(
  TrailName: string,
  wanted: Properties,
  previous: Properties | undefined,
  context: ResourceContext,
): Promise<void> {
  const { EventSelectors, AdvancedEventSelectors, InsightSelectors = [] } = wanted;
  const isSame =
    isDeepStrictEqual(EventSelectors, previous?.EventSelectors) &&
    isDeepStrictEqual(AdvancedEventSelectors, previous?.AdvancedEventSelectors);
  if (!isSame) {
    const input = {
      TrailName,
      ...(AdvancedEventSelectors ? { AdvancedEventSelectors } : { EventSelectors: EventSelectors ?? [{}] }),
    } as PutEventSelectorsRequest;
    await context.call('cloudtrail', 'PutEventSelectors', input);
  }
  if (isDeepStrictEqual(InsightSelectors, previous?.InsightSelectors ?? [])) return;
  const input = { TrailName, InsightSelectors } as PutInsightSelectorsRequest;
  await context.call('cloudtrail', 'PutInsightSelectors', input);
}
