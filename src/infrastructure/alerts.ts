import { Aws, Fn } from 'aws-cdk-lib';
import { CfnSubscription, CfnTopic, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type GuardConditions, unless, when } from './guard-conditions.ts';
import type { GuardSettings } from './guard-settings.ts';
import { topicRegion } from './topic-region.ts';

export interface Alerts {
  /** The given topic, or the one made here. */
  readonly topicArn: string;
  /** The one made here, where there is one. */
  readonly ownTopicArn: string;
  readonly subscription: CfnSubscription;
}

/**
 * The topic that tells people, unless one is given, and the mail address that hears it.
 *
 * Unless one is given, the topic has no key. Under the AWS-managed key CloudWatch's alarms could not publish, and nobody
 * would be told; a customer key is one more thing whose loss keeps messages back. Messages name trails and people; the
 * same texts leave by e-mail anyway.
 */
export function addAlerts(scope: Construct, settings: GuardSettings, conditions: GuardConditions): Alerts {
  const topic = new CfnTopic(scope, 'Topic', {
    displayName: 'trailkeeper',
    kmsMasterKeyId: when(conditions.encrypts, settings.encryptionKeyArn).toString(),
  });
  const policy = addTopicPolicy(scope, topic);
  for (const made of [topic, policy]) made.cfnOptions.condition = conditions.makesTopic;

  const topicArn = Fn.conditionIf(
    conditions.makesTopic.logicalId,
    topic.ref,
    settings.alertTopicArn,
  ).toString();
  const subscription = new CfnSubscription(scope, 'Subscription', {
    topicArn,
    protocol: 'email',
    endpoint: settings.securityContactEmail,
    region: unless(conditions.topicIsHere, topicRegion(settings.alertTopicArn)).toString(),
  });
  subscription.cfnOptions.condition = conditions.sendsMail;
  acknowledge(subscription, {
    'Serverless-SNSRedrivePolicy':
      'A mail counts as delivered once a mail server took it, so a queue for undelivered mails would stay empty while nobody reads. The function counts subscriptions instead, and an alarm tells of those that wait.',
  });
  return { topicArn, ownTopicArn: topic.ref, subscription };
}

/**
 * Principals of this account publish by their own policies; beside them only this account's alarms.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
const addTopicPolicy = (scope: Construct, topic: CfnTopic) =>
  new CfnTopicPolicy(scope, 'TopicPolicy', {
    topics: [topic.ref],
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'OwnAlarmsPublish',
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: topic.ref,
          Condition: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
        },
        {
          Sid: 'OnlyOverTls',
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: topic.ref,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    },
  });
