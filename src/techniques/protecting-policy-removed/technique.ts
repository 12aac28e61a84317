import { textOf } from '../../domain/canonical/fields.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const protectingPolicyRemoved: Technique = {
  id: 'organizations.protecting-policy-removed',
  catalogue: ['CT-93'],
  severity: 'critical',
  done: 'took a policy of the organization away',
  subject: 'account',
  calls: [
    {
      eventSource: 'organizations.amazonaws.com',
      eventNames: ['DetachPolicy', 'UpdatePolicy', 'DeletePolicy', 'DisablePolicyType', 'AttachPolicy'],
    },
  ],
  drift: [],
  request: findLoss,
  restore: [],
  lost: 'Nothing yet. What the policy denied can now be done in every account under it.',
  toDo: 'From the management account, attach the policy again with its content, and see what was done under it meanwhile.',
};

/** AWS’s own, which allows everything: to attach it opens, to detach it shuts. */
const FULL_ACCESS = 'p-FullAWSAccess';

function findLoss({ policyId, policyType, content }: JsonObject, { eventName }: ApiCall): string | null {
  if (eventName === 'DetachPolicy') return policyId === FULL_ACCESS ? null : 'a policy is detached';
  if (eventName === 'AttachPolicy') return policyId === FULL_ACCESS ? `${FULL_ACCESS} is attached` : null;
  if (eventName === 'DisablePolicyType')
    return /^(SERVICE|RESOURCE)_CONTROL_POLICY$/.test(textOf(policyType))
      ? `every ${policyType} is detached`
      : null;
  // One has to be detached everywhere before it can be deleted.
  return typeof content === 'string' && !content.includes('"Deny"') ? 'it denies nothing' : null;
}
