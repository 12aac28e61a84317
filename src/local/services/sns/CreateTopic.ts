import type { CreateTopicInput, CreateTopicResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { checkDataProtection } from './data-protection.ts';
import { invalidParameter } from './sns-error.ts';
import { type Topic, topicsOf } from './store.ts';
import { addTags } from './tags.ts';
import { setTopicAttribute } from './topic-attributes.ts';

/** Making a topic that exists gives its ARN, if it is the same in everything. */
export const CreateTopic: Operation<CreateTopicInput, CreateTopicResponse> = (input, call) => {
  const { Name: name = '', Attributes = {}, Tags = [] } = input;
  if (/\.fifo$/.test(name)) throw unsupported('FIFO topics');
  if (!/^[\w-]{1,256}$/.test(name)) throw invalidParameter('Topic Name');
  if (input.DataProtectionPolicy) checkDataProtection(input.DataProtectionPolicy);
  const wanted: Topic = {
    name,
    arn: `arn:${call.partition}:sns:${call.region}:${call.accountId}:${name}`,
    accountId: call.accountId,
    attributes: new Map(),
    tags: new Map(),
    subscriptions: new Map(),
    deletedSubscriptions: 0,
    dataProtectionPolicy: input.DataProtectionPolicy || undefined,
  };
  for (const [attribute, value] of Object.entries(Attributes)) setTopicAttribute(wanted, attribute, value);
  addTags(wanted.tags, Tags);
  const topics = topicsOf(call.world, call.accountId, call.region);
  const existing = topics.get(name);
  if (existing) checkSame(existing, wanted);
  else topics.set(name, wanted);
  return { TopicArn: wanted.arn };
};

function checkSame(existing: Topic, wanted: Topic): void {
  const differs = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
    [...a].some(([key, value]) => b.get(key) !== value);
  if (differs(wanted.attributes, existing.attributes)) {
    throw invalidParameter('Attributes Reason: Topic already exists with different attributes');
  }
  if (differs(wanted.tags, existing.tags)) {
    throw invalidParameter('Tags Reason: Topic already exists with different tags');
  }
}
