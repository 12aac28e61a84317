import { isDeepStrictEqual } from 'node:util';
import type {
  CreateTopicInput,
  CreateTopicResponse,
  ListSubscriptionsByTopicResponse,
  SetTopicAttributesInput,
  SubscribeInput,
} from '@aws-sdk/client-sns';
import { refuseExisting } from '../refuse-existing.ts';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { list, object, tagList, text } from '../shape/index.ts';
import { tagChanges } from '../tag-changes.ts';
import { unlessGone } from '../unless-gone.ts';
import { unsubscribe } from './subscription.ts';

const attributeShapes = {
  DisplayName: text,
  KmsMasterKeyId: text,
  SignatureVersion: text,
  TracingConfig: text,
};
const subscription = object({ Endpoint: text, Protocol: text }, ['Endpoint', 'Protocol']);
const properties = object({
  ...attributeShapes,
  Subscription: list(subscription),
  Tags: tagList,
  TopicName: text,
});
type Properties = Read<typeof properties>;

/** What a property that was taken away goes back to. */
const defaults = { DisplayName: '', KmsMasterKeyId: '', SignatureVersion: '1', TracingConfig: 'PassThrough' };
const attributeNames = Object.keys(attributeShapes) as (keyof typeof attributeShapes)[];

export const topic = resourceType<Properties>({
  type: 'AWS::SNS::Topic',
  properties,
  attributes: ['TopicArn', 'TopicName'],
  createOnly: ['TopicName'],
  nameProperty: 'TopicName',
  tagging: 'list',

  async create(wanted, context) {
    if (wanted.TopicName) await refuseExistingTopic(wanted.TopicName, context);
    const Name = wanted.TopicName ?? context.generateName(256);
    const given = attributeNames.flatMap((name) =>
      wanted[name] === undefined ? [] : [[name, wanted[name]]],
    );
    const { TopicArn = '' } = await context.call<CreateTopicResponse>('sns', 'CreateTopic', {
      Name,
      Attributes: Object.fromEntries(given),
      Tags: wanted.Tags && [...wanted.Tags],
    } satisfies CreateTopicInput);
    context.identify(TopicArn);
    await subscribe(TopicArn, wanted.Subscription ?? [], context);
    return { physicalId: TopicArn, attributes: { TopicArn, TopicName: Name } };
  },

  async update({ physicalId: TopicArn, properties: wanted, previous, attributes }, context) {
    for (const name of attributeNames.filter((attribute) => wanted[attribute] !== previous[attribute])) {
      const AttributeValue = wanted[name] ?? defaults[name];
      const input: SetTopicAttributesInput = { TopicArn, AttributeName: name, AttributeValue };
      await context.call('sns', 'SetTopicAttributes', input);
    }
    await updateSubscriptions(TopicArn, previous, wanted, context);
    const { added: Tags, removedKeys: TagKeys } = tagChanges(previous.Tags, wanted.Tags);
    if (TagKeys.length > 0) await context.call('sns', 'UntagResource', { ResourceArn: TopicArn, TagKeys });
    if (Tags.length > 0) await context.call('sns', 'TagResource', { ResourceArn: TopicArn, Tags });
    return { physicalId: TopicArn, attributes };
  },

  async delete({ physicalId: TopicArn }, context) {
    await unlessGone(context.call('sns', 'DeleteTopic', { TopicArn }));
  },
});

async function refuseExistingTopic(name: string, context: ResourceContext): Promise<void> {
  const { partition, region, accountId } = context;
  const TopicArn = `arn:${partition}:sns:${region}:${accountId}:${name}`;
  await refuseExisting(name, context.call('sns', 'GetTopicAttributes', { TopicArn }));
}

type Subscriptions = readonly Read<typeof subscription>[];

async function subscribe(TopicArn: string, wanted: Subscriptions, context: ResourceContext): Promise<void> {
  for (const { Endpoint, Protocol } of wanted) {
    const input: SubscribeInput = { TopicArn, Endpoint, Protocol, ReturnSubscriptionArn: true };
    await context.call('sns', 'Subscribe', input);
  }
}

async function updateSubscriptions(
  TopicArn: string,
  { Subscription: previous = [] }: Properties,
  { Subscription: wanted = [] }: Properties,
  context: ResourceContext,
): Promise<void> {
  const without = (all: Subscriptions, others: Subscriptions) =>
    all.filter((one) => !others.some((other) => isDeepStrictEqual(one, other)));
  await subscribe(TopicArn, without(wanted, previous), context);
  const removed = without(previous, wanted);
  if (removed.length === 0) return;
  const { Subscriptions: existing = [] } = await context.call<ListSubscriptionsByTopicResponse>(
    'sns',
    'ListSubscriptionsByTopic',
    { TopicArn },
  );
  for (const { SubscriptionArn, Endpoint, Protocol } of existing) {
    const isRemoved = removed.some((one) => one.Endpoint === Endpoint && one.Protocol === Protocol);
    if (isRemoved && SubscriptionArn) await unsubscribe(SubscriptionArn, context);
  }
}
