import type { SetQueueAttributesRequest } from '@aws-sdk/client-sqs';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { json, list, object, text } from '../shape/index.ts';
import { unlessGone } from '../unless-gone.ts';

const properties = object({ PolicyDocument: json, Queues: list(text) }, ['PolicyDocument', 'Queues']);
type Properties = Read<typeof properties>;

export const queuePolicy = resourceType<Properties>({
  type: 'AWS::SQS::QueuePolicy',
  properties,
  attributes: ['Id'],

  async create(wanted, context) {
    const physicalId = context.generateName(128);
    context.identify(physicalId);
    await setPolicies(wanted.Queues, JSON.stringify(wanted.PolicyDocument), context);
    return { physicalId, attributes: { Id: physicalId } };
  },

  async update({ physicalId, properties: wanted, previous }, context) {
    const left = previous.Queues.filter((queueUrl) => !wanted.Queues.includes(queueUrl));
    await unlessGone(setPolicies(left, '', context));
    await setPolicies(wanted.Queues, JSON.stringify(wanted.PolicyDocument), context);
    return { physicalId, attributes: { Id: physicalId } };
  },

  async delete({ properties: { Queues } }, context) {
    for (const queueUrl of Queues) await unlessGone(setPolicies([queueUrl], '', context));
  },
});

async function setPolicies(
  queueUrls: readonly string[],
  policy: string,
  context: ResourceContext,
): Promise<void> {
  for (const QueueUrl of queueUrls) {
    const input: SetQueueAttributesRequest = { QueueUrl, Attributes: { Policy: policy } };
    await context.call('sqs', 'SetQueueAttributes', input);
  }
}
