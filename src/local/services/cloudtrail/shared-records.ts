import { randomUUID } from 'node:crypto';
import type { FinishedCall } from '../../endpoint/operation.ts';
import { type CloudTrailRecord, recordOf } from './record.ts';
import { resourcesOf } from './record-resources.ts';

/**
 * The records of a call: its own account's and, when it worked on another account's bucket or key, a copy for that account,
 * which is told the caller's account and no more. Only the own account is told of a call that was refused.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html (sharedEventID)
 */
export function recordsOf(finished: FinishedCall): readonly CloudTrailRecord[] {
  const record = recordOf(finished);
  const { accountId, caller } = finished.call;
  const owners = new Set(resourcesOf(finished).flatMap((resource) => resource.accountId ?? []));
  owners.delete(accountId);
  if (owners.size === 0 || finished.error) return [record];
  const sharedEventID = randomUUID();
  const userIdentity = { type: 'AWSAccount', principalId: caller.principalId, accountId: caller.accountId };
  const copies = [...owners].map((owner) => ({
    ...record,
    userIdentity,
    eventID: randomUUID(),
    recipientAccountId: owner,
    sharedEventID,
  }));
  return [{ ...record, sharedEventID }, ...copies];
}
