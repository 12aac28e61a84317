import type { Service } from '../../endpoint/operation.ts';
import { AddPermission } from './AddPermission.ts';
import { ConfirmSubscription } from './ConfirmSubscription.ts';
import { CreateTopic } from './CreateTopic.ts';
import { DeleteTopic } from './DeleteTopic.ts';
import { GetDataProtectionPolicy } from './GetDataProtectionPolicy.ts';
import { GetSubscriptionAttributes } from './GetSubscriptionAttributes.ts';
import { GetTopicAttributes } from './GetTopicAttributes.ts';
import { ListSubscriptions } from './ListSubscriptions.ts';
import { ListSubscriptionsByTopic } from './ListSubscriptionsByTopic.ts';
import { ListTagsForResource } from './ListTagsForResource.ts';
import { ListTopics } from './ListTopics.ts';
import { PublishBatch } from './PublishBatch.ts';
import { PutDataProtectionPolicy } from './PutDataProtectionPolicy.ts';
import { Publish } from './publish.ts';
import { RemovePermission } from './RemovePermission.ts';
import { SetSubscriptionAttributes } from './SetSubscriptionAttributes.ts';
import { SetTopicAttributes } from './SetTopicAttributes.ts';
import { Subscribe } from './Subscribe.ts';
import { TagResource } from './TagResource.ts';
import { Unsubscribe } from './Unsubscribe.ts';
import { UntagResource } from './UntagResource.ts';
export const sns: Service = {
  name: 'sns',
  operations: {
    AddPermission,
    ConfirmSubscription,
    CreateTopic,
    DeleteTopic,
    GetDataProtectionPolicy,
    GetSubscriptionAttributes,
    GetTopicAttributes,
    ListSubscriptions,
    ListSubscriptionsByTopic,
    ListTagsForResource,
    ListTopics,
    Publish,
    PublishBatch,
    PutDataProtectionPolicy,
    RemovePermission,
    SetSubscriptionAttributes,
    SetTopicAttributes,
    Subscribe,
    TagResource,
    Unsubscribe,
    UntagResource,
  },
};
