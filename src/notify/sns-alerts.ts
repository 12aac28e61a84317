import { parseArn } from '../domain/arn.ts';
import type { Alerts } from '../domain/ports.ts';
import { type Part, readPart } from '../domain/snapshot.ts';
import { renderMessage } from '../render/message.ts';

/** Alerts through one SNS topic, in the topic's own Region. */
export function makeAlerts(topicArn: string): Alerts {
  const region = parseArn(topicArn)?.region;
  const connect = async () => {
    const sdk = await import('@aws-sdk/client-sns');
    return { sdk, client: new sdk.SNSClient(region ? { region } : {}) };
  };
  return {
    async send(report) {
      const { sdk, client } = await connect();
      await client.send(new sdk.PublishCommand({ TopicArn: topicArn, ...renderMessage(report) }));
    },
    async readAudience() {
      const attributes = await readPart(async () => {
        const { sdk, client } = await connect();
        return client.send(new sdk.GetTopicAttributesCommand({ TopicArn: topicArn }));
      });
      const count = (name: string): Part<number> =>
        attributes.read
          ? { read: true, value: Number(attributes.value.Attributes?.[name] ?? 0) }
          : attributes;
      return { confirmed: count('SubscriptionsConfirmed'), pending: count('SubscriptionsPending') };
    },
  };
}
