import type { SetTopicAttributesInput } from '@aws-sdk/client-sns';
import type { Operation } from '../../endpoint/operation.ts';
import { setTopicAttribute } from './topic-attributes.ts';
import { topicFor } from './topic-for.ts';

export const SetTopicAttributes: Operation<SetTopicAttributesInput, void> = (
  { TopicArn, AttributeName = '', AttributeValue = '' },
  call,
) => {
  setTopicAttribute(topicFor(TopicArn, 'SetTopicAttributes', call), AttributeName, AttributeValue);
};
