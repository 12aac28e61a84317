import type { JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const receiverCutOff: Technique = {
  id: 'sns.receiver-cut-off',
  catalogue: ['CT-84'],
  severity: 'critical',
  done: 'cut a receiver off from the SNS topic',
  subject: 'topic',
  calls: [
    {
      eventSource: 'sns.amazonaws.com',
      eventNames: ['Unsubscribe', 'SetSubscriptionAttributes', 'RemovePermission'],
    },
  ],
  drift: [],
  request: findCut,
  restore: [],
  lost: 'Messages to that receiver in that time.',
  toDo: 'Subscribe the receiver again; by mail somebody has to confirm. Ask to unsubscribe with credentials only.',
};

/** What keeps messages from a receiver, or from where its undelivered ones go. */
const CUTTING: readonly unknown[] = ['FilterPolicy', 'FilterPolicyScope', 'RedrivePolicy', 'DeliveryPolicy'];

function findCut({ attributeName }: JsonObject, { eventName }: ApiCall): string | null {
  if (eventName === 'Unsubscribe') return 'a subscription is removed';
  if (eventName === 'RemovePermission') return 'a permission of the topic is removed';
  return CUTTING.includes(attributeName) ? `${attributeName} is set` : null;
}
