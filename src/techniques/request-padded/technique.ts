import { flagOf } from '../../domain/canonical/fields.ts';
import { asJsonObject } from '../../domain/json.ts';
import type { Technique } from '../../domain/technique.ts';

export const requestPadded: Technique = {
  id: 'iam.request-padded',
  catalogue: ['CT-70'],
  severity: 'medium',
  done: 'hid what an IAM call asked for by its size',
  subject: 'account',
  calls: [
    {
      eventSource: 'iam.amazonaws.com',
      eventNames: [
        'PutRolePolicy',
        'PutUserPolicy',
        'PutGroupPolicy',
        'CreatePolicy',
        'CreatePolicyVersion',
        'UpdateAssumeRolePolicy',
        'CreateRole',
      ],
    },
  ],
  drift: [],
  request: (_, { record: { requestParameters } }) =>
    flagOf(asJsonObject(requestParameters).omitted, false)
      ? 'CloudTrail left the request out for its size'
      : null,
  restore: [],
  lost: 'What the call asked for: CloudTrail records nothing of a request over 100 KB.',
  toDo: 'Read the policies that the caller could write, and look for one padded with white space.',
};
