import type { RemovePermissionRequest } from '@aws-sdk/client-sqs';
import type { Operation } from '../../endpoint/operation.ts';
import { removeStatement } from './policy-statements.ts';
import { queueOfUrl } from './queue-url.ts';

export const RemovePermission: Operation<RemovePermissionRequest, object> = (input, call) => {
  const queue = queueOfUrl(input.QueueUrl, 'RemovePermission', call);
  removeStatement(queue, input.Label ?? '');
  queue.modifiedAt = call.world.clock.now();
  return {};
};
