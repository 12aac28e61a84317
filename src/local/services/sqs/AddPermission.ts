import type { AddPermissionRequest } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { addStatement } from './policy-statements.ts';
import { queueOfUrl } from './queue-url.ts';
import { invalidParameter } from './sqs-error.ts';

/** What may be opened to others by this call. */
const shareable = new Set([
  ...['*', 'ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl'],
  ...['ListDeadLetterSourceQueues', 'PurgeQueue', 'ReceiveMessage', 'SendMessage'],
]);

export const AddPermission: Operation<AddPermissionRequest, object> = (input, call) => {
  const queue = queueOfUrl(input.QueueUrl, 'AddPermission', call);
  const { Label: Sid = '', AWSAccountIds: accountIds = [], Actions: actions = [] } = input;
  if (!/^[\w-]{1,80}$/.test(Sid)) throw invalidParameter(`Value ${Sid} for parameter Label is invalid.`);
  const bad = [
    ...accountIds.filter((id) => !/^\d{12}$/.test(id)),
    ...actions.filter((action) => !shareable.has(action)),
  ];
  if (accountIds.length === 0 || actions.length === 0 || bad.length > 0) {
    throw invalidParameter(`Value ${bad[0] ?? ''} for parameter AWSAccountIds or Actions is invalid.`);
  }
  const statement = {
    Sid,
    Effect: 'Allow',
    Principal: { AWS: accountIds.map((id) => `arn:${call.partition}:iam::${id}:root`) },
    Action: actions.map((action) => `SQS:${action}`),
    Resource: queue.arn,
  };
  addStatement(queue, statement);
  queue.modifiedAt = call.world.clock.now();
  return {};
};
