import { GetTopicAttributesCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { parseArn } from '../domain/arn.ts';
import type { Alerts } from '../domain/ports.ts';
import { type Part, readPart } from '../domain/snapshot.ts';
import { renderMessage } from '../render/message.ts';

/** Alerts through one SNS topic, in the topic's own Region. */
export function makeAlerts(topicArn: string): Alerts {
  const region = parseArn(topicArn)?.region;
  const client = new SNSClient(region ? { region } : {});
  return {
    async send(report) {
      await client.send(new PublishCommand({ TopicArn: topicArn, ...renderMessage(report) }));
    },
    async readAudience() {
      const attributes = await readPart(() =>
        client.send(new GetTopicAttributesCommand({ TopicArn: topicArn })),
      );
      const count = (name: string): Part<number> =>
        attributes.read
          ? { read: true, value: Number(attributes.value.Attributes?.[name] ?? 0) }
          : attributes;
      return { confirmed: count('SubscriptionsConfirmed'), pending: count('SubscriptionsPending') };
    },
  };
}
