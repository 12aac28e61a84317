import type { DeleteStackInput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { deleteStack } from './deployment/delete-stack.ts';
import { startWork } from './deployment/start-work.ts';
import { findStackIfAny, isInProgress } from './find-stack.ts';
import type { Stack } from './store.ts';
import { validationError } from './template/template-error.ts';

export const DeleteStack: Operation<DeleteStackInput, void> = (input, call) => {
  refuseUnsupported(input, 'RoleARN');
  if (input.DeletionMode === 'FORCE_DELETE_STACK') refuseUnsupported(input, 'DeletionMode');
  const stack = findStackIfAny(input.StackName ?? '', call);
  // To delete what is gone, or is being deleted, succeeds.
  if (!stack || stack.status === 'DELETE_COMPLETE' || stack.status === 'DELETE_IN_PROGRESS') return;
  assertDeletable(stack, input);
  stack.isCancelled = true;
  stack.clientRequestToken = input.ClientRequestToken;
  const deployment = { call, stack };
  startWork(deployment, 'DELETE_IN_PROGRESS', () => deleteStack(deployment, input.RetainResources ?? []));
};

function assertDeletable(stack: Stack, { RetainResources: retained = [] }: DeleteStackInput): void {
  if (stack.hasTerminationProtection) {
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  }
  if (isInProgress(stack) && stack.status !== 'CREATE_IN_PROGRESS') {
    throw validationError(`Stack [${stack.name}] cannot be deleted while in status ${stack.status}`);
  }
  if (retained.length > 0 && stack.status !== 'DELETE_FAILED') {
    throw validationError(
      'Invalid operation on stack. Specify RetainResources only when the stack is in the DELETE_FAILED state.',
    );
  }
}
