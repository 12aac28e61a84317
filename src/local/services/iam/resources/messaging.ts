import { arnOf } from '../arn-of.ts';
import { all, named, type ResourceRule, type ResourceRules, texts } from './resource-rules.ts';

const topic = named('TopicArn', (name) => name);
/**
 * IAM's reference knows no resource for these, yet SNS refuses them on the topic: `not authorized to perform: SNS:Unsubscribe on resource:
 * arn:aws:sns:REGION:ACCOUNT:TOPIC`, as people report it.
 */
const topicOfSubscription: ResourceRule = ({ SubscriptionArn }) =>
  texts(SubscriptionArn).map((arn) => arn.split(':').slice(0, 6).join(':'));
const snsTagged = named('ResourceArn', (name) => name);

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html */
export const sns: ResourceRules = new Map([
  ...all(
    topic,
    'AddPermission',
    'ConfirmSubscription',
    'DeleteTopic',
    'GetTopicAttributes',
    'ListSubscriptionsByTopic',
    'Publish',
    'PublishBatch',
    'RemovePermission',
    'SetTopicAttributes',
    'Subscribe',
  ),
  ...all(topicOfSubscription, 'GetSubscriptionAttributes', 'SetSubscriptionAttributes', 'Unsubscribe'),
  ...all(
    named('Name', (name, call) => arnOf(call, 'sns', name)),
    'CreateTopic',
  ),
  ...all(
    snsTagged,
    'GetDataProtectionPolicy',
    'ListTagsForResource',
    'PutDataProtectionPolicy',
    'TagResource',
    'UntagResource',
  ),
]);

/** `http://host/111122223333/name`: the URL says whose queue it is. */
const queueOfUrl: ResourceRule = ({ QueueUrl: url }, call) =>
  texts(url).map((text) => {
    const [accountId = '', name = ''] = text.split('/').slice(-2);
    return arnOf({ ...call, accountId }, 'sqs', name);
  });

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html */
export const sqs: ResourceRules = new Map([
  ...all(
    queueOfUrl,
    'AddPermission',
    'ChangeMessageVisibility',
    'ChangeMessageVisibilityBatch',
    'DeleteMessage',
    'DeleteMessageBatch',
    'DeleteQueue',
    'GetQueueAttributes',
    'ListDeadLetterSourceQueues',
    'ListQueueTags',
    'PurgeQueue',
    'ReceiveMessage',
    'RemovePermission',
    'SendMessage',
    'SendMessageBatch',
    'SetQueueAttributes',
    'TagQueue',
    'UntagQueue',
  ),
  ...all(
    named('QueueName', (name, call) => arnOf(call, 'sqs', name)),
    'CreateQueue',
    'GetQueueUrl',
  ),
]);
