import type {
  CreateQueueRequest,
  CreateQueueResult,
  GetQueueAttributesRequest,
  GetQueueAttributesResult,
  SetQueueAttributesRequest,
  TagQueueRequest,
  UntagQueueRequest,
} from '@aws-sdk/client-sqs';
import { refuseExisting } from '../refuse-existing.ts';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { boolean, integer, json, object, tagList, text } from '../shape/index.ts';
import { tagChanges, tagsAsMap } from '../tag-changes.ts';
import { unlessGone } from '../unless-gone.ts';

const attributeShapes = {
  DelaySeconds: integer,
  KmsDataKeyReusePeriodSeconds: integer,
  KmsMasterKeyId: text,
  MaximumMessageSize: integer,
  MessageRetentionPeriod: integer,
  ReceiveMessageWaitTimeSeconds: integer,
  RedriveAllowPolicy: json,
  RedrivePolicy: json,
  SqsManagedSseEnabled: boolean,
  VisibilityTimeout: integer,
};
const properties = object({ ...attributeShapes, QueueName: text, Tags: tagList });
type Properties = Read<typeof properties>;

/** What a property that was taken away goes back to. */
const defaults: Readonly<Record<keyof typeof attributeShapes, string>> = {
  DelaySeconds: '0',
  KmsDataKeyReusePeriodSeconds: '300',
  KmsMasterKeyId: '',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  RedriveAllowPolicy: '',
  RedrivePolicy: '',
  SqsManagedSseEnabled: 'true',
  VisibilityTimeout: '30',
};

export const queue = resourceType<Properties>({
  type: 'AWS::SQS::Queue',
  properties,
  attributes: ['Arn', 'QueueName', 'QueueUrl'],
  createOnly: ['QueueName'],
  nameProperty: 'QueueName',
  tagging: 'list',

  async create(wanted, context) {
    const { QueueName } = wanted;
    if (QueueName) await refuseExisting(QueueName, context.call('sqs', 'GetQueueUrl', { QueueName }));
    const { QueueUrl: queueUrl = '' } = await context.call<CreateQueueResult>('sqs', 'CreateQueue', {
      QueueName: QueueName ?? context.generateName(80),
      Attributes: attributesOf(wanted),
      tags: tagsAsMap(wanted.Tags),
    } satisfies CreateQueueRequest);
    context.identify(queueUrl);
    return describe(queueUrl, context);
  },

  async update({ physicalId: QueueUrl, properties: wanted, previous }, context) {
    const removed = Object.keys(attributesOf(previous)).map((name) => [
      name,
      defaults[name as keyof typeof defaults],
    ]);
    const Attributes = { ...Object.fromEntries(removed), ...attributesOf(wanted) };
    if (Object.keys(Attributes).length > 0) {
      await context.call('sqs', 'SetQueueAttributes', {
        QueueUrl,
        Attributes,
      } satisfies SetQueueAttributesRequest);
    }
    const { added, removedKeys: TagKeys } = tagChanges(previous.Tags, wanted.Tags);
    const Tags = tagsAsMap(added);
    if (TagKeys.length > 0)
      await context.call('sqs', 'UntagQueue', { QueueUrl, TagKeys } satisfies UntagQueueRequest);
    if (added.length > 0) await context.call('sqs', 'TagQueue', { QueueUrl, Tags } satisfies TagQueueRequest);
    return describe(QueueUrl, context);
  },

  async delete({ physicalId: QueueUrl }, context) {
    await unlessGone(context.call('sqs', 'DeleteQueue', { QueueUrl }));
  },
});

const attributesOf = (wanted: Properties): Record<string, string> =>
  Object.fromEntries(
    Object.keys(attributeShapes).flatMap((name) => {
      const value = wanted[name as keyof typeof attributeShapes];
      if (value === undefined) return [];
      return [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]];
    }),
  );

async function describe(queueUrl: string, context: ResourceContext) {
  const { Attributes: { QueueArn: Arn = '' } = {} } = await context.call<GetQueueAttributesResult>(
    'sqs',
    'GetQueueAttributes',
    { QueueUrl: queueUrl, AttributeNames: ['QueueArn'] } satisfies GetQueueAttributesRequest,
  );
  return { physicalId: queueUrl, attributes: { Arn, QueueUrl: queueUrl, QueueName: Arn.split(':').at(-1) } };
}
