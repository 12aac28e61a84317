import type { CreateStackInput, CreateStackOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { createStack } from './deployment/create-stack.ts';
import { desiredStack } from './deployment/desired-stack.ts';
import { planChanges } from './deployment/plan.ts';
import { startWork } from './deployment/start-work.ts';
import { findStackIfAny } from './find-stack.ts';
import { newStack } from './new-stack.ts';
import { readDefinition } from './read-definition.ts';
import { type OnFailure, stacksIn } from './store.ts';
import { validationError } from './template/template-error.ts';

export const CreateStack: Operation<CreateStackInput, CreateStackOutput> = async (input, call) => {
  refuse(input);
  const definition = await readDefinition(input, call);
  const existing = findStackIfAny(input.StackName ?? '', call);
  if (existing && input.ClientRequestToken && existing.clientRequestToken === input.ClientRequestToken) {
    return { StackId: existing.id };
  }
  if (existing) {
    throw new ServiceError('AlreadyExistsException', `Stack [${existing.name}] already exists`);
  }
  const stack = newStack(input.StackName, definition, call);
  const desired = desiredStack(definition, stack, call);
  planChanges(desired, stack.resources);
  stack.onFailure = onFailureOf(input);
  stack.hasTerminationProtection = input.EnableTerminationProtection ?? false;
  stack.clientRequestToken = input.ClientRequestToken;
  stacksIn(call).set(stack.id, stack);
  const deployment = { call, stack };
  startWork(deployment, 'CREATE_IN_PROGRESS', () => createStack(deployment, desired));
  return { StackId: stack.id };
};

function refuse(input: CreateStackInput): void {
  refuseUnsupported(
    input,
    'NotificationARNs',
    'ResourceTypes',
    'RetainExceptOnCreate',
    'RoleARN',
    'RollbackConfiguration',
    'StackPolicyBody',
    'StackPolicyURL',
    'TimeoutInMinutes',
  );
}

function onFailureOf({ OnFailure, DisableRollback }: CreateStackInput): OnFailure {
  if (OnFailure !== undefined && DisableRollback !== undefined) {
    throw validationError('You cannot specify both OnFailure and DisableRollback.');
  }
  return OnFailure ?? (DisableRollback ? 'DO_NOTHING' : 'ROLLBACK');
}
