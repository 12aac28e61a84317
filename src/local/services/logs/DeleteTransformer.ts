import type { DeleteTransformerRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findGroup } from './groups.ts';

export const DeleteTransformer: Operation<DeleteTransformerRequest, void> = (
  { logGroupIdentifier },
  call,
) => {
  const group = findGroup(logGroupIdentifier, call);
  if (!group.transformer) {
    throw new ServiceError('ResourceNotFoundException', 'The specified transformer does not exist.');
  }
  group.transformer = undefined;
};
