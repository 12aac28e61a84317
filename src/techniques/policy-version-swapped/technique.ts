import { asJsonObject, type JsonObject } from '../../domain/json.ts';
import type { Technique } from '../../domain/technique.ts';

export const policyVersionSwapped: Technique = {
  id: 'iam.policy-version-swapped',
  catalogue: ['CT-67'],
  severity: 'high',
  done: 'swapped the version of a policy of the role for CloudWatch Logs',
  subject: 'role',
  calls: [
    {
      eventSource: 'iam.amazonaws.com',
      eventNames: ['CreatePolicyVersion', 'SetDefaultPolicyVersion', 'DeletePolicy'],
    },
  ],
  drift: ['role.Policies'],
  isShownBy: ({ expected, actual }) => isSwapped(attachedIn(expected), attachedIn(actual)),
  request: 'state',
  restore: ['SetDefaultPolicyVersion'],
  lost: 'Events of that time in CloudWatch Logs, and the alarms on them. The files in S3 stay.',
  toDo: 'Make the approved version the default again, and delete the other.',
};

const attachedIn = (policies: unknown) => asJsonObject(asJsonObject(policies).AttachedPolicies);

const isSwapped = (before: JsonObject, after: JsonObject): boolean =>
  Object.keys(before).some(
    (arn) => Object.hasOwn(after, arn) && versionOf(before[arn]) !== versionOf(after[arn]),
  );

const versionOf = (policy: unknown) => asJsonObject(policy).VersionId;
