import type { GetTopicAttributesInput, GetTopicAttributesResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { topicAttributes } from './topic-attributes.ts';
import { topicFor } from './topic-for.ts';

export const GetTopicAttributes: Operation<GetTopicAttributesInput, GetTopicAttributesResponse> = (
  { TopicArn },
  call,
) => ({ Attributes: topicAttributes(topicFor(TopicArn, 'GetTopicAttributes', call), call.world) });
