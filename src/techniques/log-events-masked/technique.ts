import type { JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const logEventsMasked: Technique = {
  id: 'logs.log-events-masked',
  catalogue: ['CT-63'],
  severity: 'medium',
  done: 'changed what is masked in the events of the log group',
  subject: 'logGroup',
  calls: [
    {
      eventSource: 'logs.amazonaws.com',
      eventNames: ['PutDataProtectionPolicy', 'DeleteDataProtectionPolicy'],
    },
  ],
  drift: ['logGroup.dataProtectionStatus', 'logGroup.dataProtectionPolicy'],
  request: findPolicy,
  isSettledByState: true,
  restore: ['DeleteDataProtectionPolicy', 'PutDataProtectionPolicy'],
  lost: 'What filters and alarms would have found in that time. Events of that time may stay masked; who has logs:Unmask can read them.',
  toDo: 'Put back the approved policy, or delete the one that nobody approved, and see who may use logs:Unmask.',
};

/** What was refused has no request in its record. */
function findPolicy({ policyDocument }: JsonObject, { eventName, error }: ApiCall): string | null {
  const isSet = eventName === 'PutDataProtectionPolicy' && (policyDocument !== undefined || error !== null);
  return isSet ? 'a data protection policy is set' : null;
}
