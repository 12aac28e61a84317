import type { JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const logPolicyChanged: Technique = {
  id: 'logs.log-policy-changed',
  catalogue: ['CT-63'],
  severity: 'medium',
  done: 'changed a log policy of the whole account, and with it the log group',
  subject: 'logGroup',
  calls: [
    {
      eventSource: 'logs.amazonaws.com',
      eventNames: ['PutAccountPolicy', 'DeleteAccountPolicy', 'PutResourcePolicy', 'DeleteResourcePolicy'],
    },
  ],
  drift: ['logGroup.inheritedProperties'],
  request: findPolicy,
  restore: [],
  lost: 'Feeds that an account-wide policy carried in that time. Masked values can be read with logs:Unmask.',
  toDo: 'Delete the account’s policy or leave the log group out of it, or put the account’s subscription policy back; see who may use logs:Unmask.',
};

/** The policies of an account that reach into its log groups; those of other types change no event and no feed. */
const HARMFUL: Readonly<Record<string, readonly unknown[]>> = {
  PutAccountPolicy: ['DATA_PROTECTION_POLICY', 'TRANSFORMER_POLICY'],
  DeleteAccountPolicy: ['SUBSCRIPTION_FILTER_POLICY'],
};

function findPolicy({ policyType }: JsonObject, { eventName }: ApiCall): string | null {
  return HARMFUL[eventName]?.includes(policyType) ? `policyType is "${policyType}"` : null;
}
