import type { UpdateStackInput, UpdateStackOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { desiredStack } from './deployment/desired-stack.ts';
import { isUnchanged, planChanges } from './deployment/plan.ts';
import { startWork } from './deployment/start-work.ts';
import { updateStack } from './deployment/update-stack.ts';
import { findStack } from './find-stack.ts';
import { readDefinition } from './read-definition.ts';
import type { Stack } from './store.ts';
import { validationError } from './template/template-error.ts';

export const UpdateStack: Operation<UpdateStackInput, UpdateStackOutput> = async (input, call) => {
  refuse(input);
  const stack = findStack(input.StackName, call);
  const definition = await readDefinition(input, call, stack.definition);
  assertUpdatable(stack);
  const desired = desiredStack(definition, stack, call);
  const changes = planChanges(desired, stack.resources);
  if (isUnchanged(desired, stack, changes)) throw validationError('No updates are to be performed.');
  stack.updatedAt = call.world.clock.now();
  stack.clientRequestToken = input.ClientRequestToken;
  const deployment = { call, stack };
  startWork(deployment, 'UPDATE_IN_PROGRESS', () => updateStack(deployment, desired));
  return { StackId: stack.id };
};

/** @throws ServiceError `ValidationError` when something is being done to the stack, or it never came to be */
export function assertUpdatable(stack: Stack): void {
  const updatable = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'];
  if (updatable.includes(stack.status)) return;
  throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
}

function refuse(input: UpdateStackInput): void {
  refuseUnsupported(
    input,
    'NotificationARNs',
    'ResourceTypes',
    'RetainExceptOnCreate',
    'RoleARN',
    'RollbackConfiguration',
    'StackPolicyBody',
    'StackPolicyDuringUpdateBody',
    'StackPolicyDuringUpdateURL',
    'StackPolicyURL',
  );
  // Without a roll back a stack would stay between two templates.
  if (input.DisableRollback) refuseUnsupported(input, 'DisableRollback');
}
