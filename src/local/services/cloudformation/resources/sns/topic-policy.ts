import type { SetTopicAttributesInput } from '@aws-sdk/client-sns';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { json, list, object, text } from '../shape/index.ts';
import { unlessGone } from '../unless-gone.ts';

const properties = object({ PolicyDocument: json, Topics: list(text) }, ['PolicyDocument', 'Topics']);

export const topicPolicy = resourceType<Read<typeof properties>>({
  type: 'AWS::SNS::TopicPolicy',
  properties,
  attributes: ['Id'],

  async create(wanted, context) {
    const physicalId = context.generateName(128);
    context.identify(physicalId);
    for (const topicArn of wanted.Topics) await setPolicy(topicArn, wanted.PolicyDocument, context);
    return { physicalId, attributes: { Id: physicalId } };
  },

  async update({ physicalId, properties: wanted, previous }, context) {
    const left = previous.Topics.filter((topicArn) => !wanted.Topics.includes(topicArn));
    for (const topicArn of left)
      await unlessGone(setPolicy(topicArn, defaultPolicy(topicArn, context), context));
    for (const topicArn of wanted.Topics) await setPolicy(topicArn, wanted.PolicyDocument, context);
    return { physicalId, attributes: { Id: physicalId } };
  },

  async delete({ properties: { Topics } }, context) {
    for (const topicArn of Topics)
      await unlessGone(setPolicy(topicArn, defaultPolicy(topicArn, context), context));
  },
});

async function setPolicy(TopicArn: string, policy: object, context: ResourceContext): Promise<void> {
  const input: SetTopicAttributesInput = {
    TopicArn,
    AttributeName: 'Policy',
    AttributeValue: JSON.stringify(policy),
  };
  await context.call('sns', 'SetTopicAttributes', input);
}

/** A topic always has a policy: this is the one that SNS gives a new topic. */
const defaultPolicy = (Resource: string, { accountId }: ResourceContext) => ({
  Version: '2008-10-17',
  Id: '__default_policy_ID',
  Statement: [
    {
      Sid: '__default_statement_ID',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: [
        'SNS:GetTopicAttributes',
        'SNS:SetTopicAttributes',
        'SNS:AddPermission',
        'SNS:RemovePermission',
        'SNS:DeleteTopic',
        'SNS:Subscribe',
        'SNS:ListSubscriptionsByTopic',
        'SNS:Publish',
      ],
      Resource,
      Condition: { StringEquals: { 'AWS:SourceOwner': accountId } },
    },
  ],
});
