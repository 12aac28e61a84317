import { randomUUID } from 'node:crypto';
import type { CreateChangeSetInput, CreateChangeSetOutput } from '@aws-sdk/client-cloudformation';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { desiredStack } from './deployment/desired-stack.ts';
import { isUnchanged, planChanges } from './deployment/plan.ts';
import { setStackStatus } from './deployment/stack-log.ts';
import { findByName } from './find-change-set.ts';
import { findStack, findStackIfAny } from './find-stack.ts';
import { newStack } from './new-stack.ts';
import { readDefinition } from './read-definition.ts';
import { type ChangeSet, type Stack, type StackDefinition, stacksIn } from './store.ts';
import { validationError } from './template/template-error.ts';
import { assertUpdatable } from './UpdateStack.ts';

/** AWS works changes out after it answered; here they are known at once. */
export const CreateChangeSet: Operation<CreateChangeSetInput, CreateChangeSetOutput> = async (
  input,
  call,
) => {
  refuse(input);
  const isCreation = input.ChangeSetType === 'CREATE';
  const existing = isCreation ? undefined : findStack(input.StackName, call);
  if (existing) assertUpdatable(existing);
  const definition = await readDefinition(input, call, existing?.definition);
  const stack = existing ?? stackToCreate(input, definition, call);
  const changeSet = changeSetFor(stack, definition, input, call);
  if (isCreation && !stacksIn(call).has(stack.id)) {
    stacksIn(call).set(stack.id, stack);
    setStackStatus(call.world, stack, 'REVIEW_IN_PROGRESS', 'User Initiated');
  }
  stack.changeSets.set(changeSet.id, changeSet);
  return { Id: changeSet.id, StackId: stack.id };
};

/** A stack that was only looked at so far can have several change sets to create it. */
function stackToCreate(
  { StackName, ChangeSetName }: CreateChangeSetInput,
  definition: StackDefinition,
  call: Call,
): Stack {
  const found = findStackIfAny(StackName ?? '', call);
  if (!found) return newStack(StackName, definition, call);
  if (found.status === 'REVIEW_IN_PROGRESS') return found;
  throw validationError(
    `Stack [${StackName}] already exists and cannot be created again with the changeSet [${ChangeSetName}].`,
  );
}

function changeSetFor(
  stack: Stack,
  definition: StackDefinition,
  input: CreateChangeSetInput,
  call: Call,
): ChangeSet {
  const { ChangeSetName: name = '', ChangeSetType } = input;
  if (!/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name))
    throw validationError(`The change set name ${name} is not valid.`);
  makeRoom(name, stack);
  const desired = desiredStack(definition, stack, call);
  const changes = planChanges(desired, stack.resources);
  const isEmpty = ChangeSetType !== 'CREATE' && isUnchanged(desired, stack, changes);
  const { world, partition, region, accountId } = call;
  return {
    id: `arn:${partition}:cloudformation:${region}:${accountId}:changeSet/${name}/${randomUUID()}`,
    name,
    type: ChangeSetType === 'CREATE' ? 'CREATE' : 'UPDATE',
    description: input.Description,
    createdAt: world.clock.now(),
    definition,
    changes,
    onFailure: input.OnStackFailure ?? 'ROLLBACK',
    status: isEmpty ? 'FAILED' : 'CREATE_COMPLETE',
    // Clients know by this text that there is nothing to do.
    statusReason: isEmpty
      ? "The submitted information didn't contain changes. Submit different information to create a change set."
      : undefined,
    executionStatus: isEmpty ? 'UNAVAILABLE' : 'AVAILABLE',
  };
}

/** A name is free again once its change set was executed: the AWS CLI names them by the second. */
function makeRoom(name: string, stack: Stack): void {
  const found = findByName(name, stack);
  if (found && found.executionStatus !== 'EXECUTE_COMPLETE') {
    throw new ServiceError('AlreadyExistsException', `ChangeSet ${name} already exists`);
  }
  if (found) stack.changeSets.delete(found.id);
}

function refuse(input: CreateChangeSetInput): void {
  refuseUnsupported(
    input,
    'NotificationARNs',
    'ResourcesToImport',
    'ResourceTypes',
    'RoleARN',
    'RollbackConfiguration',
    'DeploymentMode',
  );
  if (input.ChangeSetType === 'IMPORT') refuseUnsupported(input, 'ChangeSetType');
  if (input.IncludeNestedStacks) refuseUnsupported(input, 'IncludeNestedStacks');
  if (input.ImportExistingResources) refuseUnsupported(input, 'ImportExistingResources');
}
