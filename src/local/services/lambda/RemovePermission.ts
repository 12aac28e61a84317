import type { RemovePermissionRequest } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { findFunction } from './find-function.ts';
import { notFound } from './lambda-error.ts';

export const RemovePermission: Operation<RemovePermissionRequest, void> = (input, call) => {
  refuseUnsupported(input, 'RevisionId');
  const { permissions } = findFunction(input.FunctionName, call, input.Qualifier);
  if (permissions.delete(input.StatementId ?? '')) return;
  throw notFound(`Statement ${input.StatementId} is not found in resource policy.`);
};
