import type { SNSClientConfig } from '@aws-sdk/client-sns';
import { parseArn } from '../domain/arn.ts';
import type { Alerts, Audience } from '../domain/ports.ts';
import { type Part, readPart } from '../domain/snapshot.ts';
import { renderMessage } from '../render/message.ts';

/** Alerts through one SNS topic, in the topic's own Region. */
export function makeAlerts(topicArn: string, limits: SNSClientConfig): Alerts {
  const region = parseArn(topicArn)?.region;
  const connect = async () => {
    const sdk = await import('@aws-sdk/client-sns');
    return { sdk, client: new sdk.SNSClient({ ...(region && { region }), ...limits }) };
  };
  const readAudience = async (): Promise<Audience> => {
    const attributes = await readPart(async () => {
      const { sdk, client } = await connect();
      return client.send(new sdk.GetTopicAttributesCommand({ TopicArn: topicArn }));
    });
    const count = (name: string): Part<number> =>
      attributes.read ? { read: true, value: Number(attributes.value.Attributes?.[name] ?? 0) } : attributes;
    return { confirmed: count('SubscriptionsConfirmed'), pending: count('SubscriptionsPending') };
  };
  // Asked until it was seen once: who unsubscribes later is the alarm's business, not each message's.
  let isHeard = false;
  const isAnybodyThere = async () => {
    if (!isHeard) {
      const { confirmed } = await readAudience();
      isHeard = !confirmed.read || confirmed.value > 0;
    }
    return isHeard;
  };
  return {
    async send(report) {
      if (!(await isAnybodyThere())) return 'nobody';
      const { sdk, client } = await connect();
      await client.send(new sdk.PublishCommand({ TopicArn: topicArn, ...renderMessage(report) }));
      return 'sent';
    },
    readAudience,
  };
}
