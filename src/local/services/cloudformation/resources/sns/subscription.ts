import type {
  GetSubscriptionAttributesResponse,
  SetSubscriptionAttributesInput,
  SubscribeInput,
  SubscribeResponse,
} from '@aws-sdk/client-sns';
import { templateError } from '../../template/template-error.ts';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { boolean, json, object, text } from '../shape/index.ts';
import { unlessGone } from '../unless-gone.ts';

const attributeShapes = {
  FilterPolicy: json,
  FilterPolicyScope: text,
  RawMessageDelivery: boolean,
  RedrivePolicy: json,
};
const properties = object(
  { ...attributeShapes, Endpoint: text, Protocol: text, Region: text, TopicArn: text },
  ['Protocol', 'TopicArn'],
);
type Properties = Read<typeof properties>;

export const subscription = resourceType<Properties>({
  type: 'AWS::SNS::Subscription',
  properties,
  attributes: ['Arn'],
  createOnly: ['Endpoint', 'Protocol', 'TopicArn'],

  async create(wanted, context) {
    if (wanted.Region !== undefined && wanted.Region !== context.region) {
      throw templateError("the embedded AWS subscribes only to topics of the stack's own Region");
    }
    const { SubscriptionArn = '' } = await context.call<SubscribeResponse>('sns', 'Subscribe', {
      TopicArn: wanted.TopicArn,
      Protocol: wanted.Protocol,
      Endpoint: wanted.Endpoint,
      Attributes: attributesOf(wanted),
      // Else a subscription that waits for its confirmation has no ARN to be known by.
      ReturnSubscriptionArn: true,
    } satisfies SubscribeInput);
    context.identify(SubscriptionArn);
    return { physicalId: SubscriptionArn, attributes: { Arn: SubscriptionArn } };
  },

  async update({ physicalId: SubscriptionArn, properties: wanted, previous, attributes }, context) {
    const before = attributesOf(previous);
    const after = attributesOf(wanted);
    for (const AttributeName of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (before[AttributeName] === after[AttributeName]) continue;
      const AttributeValue =
        after[AttributeName] ?? (AttributeName === 'RawMessageDelivery' ? 'false' : '{}');
      const input: SetSubscriptionAttributesInput = { SubscriptionArn, AttributeName, AttributeValue };
      await context.call('sns', 'SetSubscriptionAttributes', input);
    }
    return { physicalId: SubscriptionArn, attributes };
  },

  async delete({ physicalId }, context) {
    await unsubscribe(physicalId, context);
  },
});

/** A subscription that nobody has confirmed cannot be unsubscribed: SNS forgets it by itself. */
export async function unsubscribe(SubscriptionArn: string, context: ResourceContext): Promise<void> {
  if (!SubscriptionArn.startsWith('arn:')) return;
  const found = await unlessGone(
    context.call<GetSubscriptionAttributesResponse>('sns', 'GetSubscriptionAttributes', { SubscriptionArn }),
  );
  if (!found || found.Attributes?.PendingConfirmation === 'true') return;
  await unlessGone(context.call('sns', 'Unsubscribe', { SubscriptionArn }));
}

const attributesOf = (wanted: Properties): Record<string, string> =>
  Object.fromEntries(
    Object.keys(attributeShapes).flatMap((name) => {
      const value = wanted[name as keyof typeof attributeShapes];
      if (value === undefined) return [];
      return [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]];
    }),
  );
