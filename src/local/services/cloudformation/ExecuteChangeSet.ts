import type { ExecuteChangeSetInput, ExecuteChangeSetOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { createStack } from './deployment/create-stack.ts';
import { desiredStack } from './deployment/desired-stack.ts';
import { startWork } from './deployment/start-work.ts';
import { updateStack } from './deployment/update-stack.ts';
import { findChangeSet } from './find-change-set.ts';
import type { ChangeSet, Stack } from './store.ts';
import { assertUpdatable } from './UpdateStack.ts';

export const ExecuteChangeSet: Operation<ExecuteChangeSetInput, ExecuteChangeSetOutput> = (input, call) => {
  if (input.RetainExceptOnCreate) refuseUnsupported(input, 'RetainExceptOnCreate');
  const { stack, changeSet } = findChangeSet(input, call);
  assertExecutable(changeSet);
  const desired = desiredStack(changeSet.definition, stack, call);
  const deployment = { call, stack };
  stack.clientRequestToken = input.ClientRequestToken;
  if (changeSet.type === 'CREATE') {
    stack.definition = changeSet.definition;
    stack.onFailure = input.DisableRollback ? 'DO_NOTHING' : changeSet.onFailure;
    startWork(deployment, 'CREATE_IN_PROGRESS', () => createStack(deployment, desired));
  } else {
    if (input.DisableRollback) refuseUnsupported(input, 'DisableRollback');
    assertUpdatable(stack);
    stack.updatedAt = call.world.clock.now();
    startWork(deployment, 'UPDATE_IN_PROGRESS', () => updateStack(deployment, desired));
  }
  settle(stack, changeSet);
  return {};
};

function assertExecutable({ id, executionStatus, status }: ChangeSet): void {
  if (executionStatus === 'AVAILABLE') return;
  throw new ServiceError(
    'InvalidChangeSetStatus',
    `ChangeSet [${id}] cannot be executed in its current execution status of [${executionStatus}] and status of [${status}]`,
  );
}

/** Other change sets were worked out for the stack as it was: they are of no use any more. */
function settle({ changeSets }: Stack, executed: ChangeSet): void {
  for (const { id } of [...changeSets.values()]) if (id !== executed.id) changeSets.delete(id);
  executed.executionStatus = 'EXECUTE_COMPLETE';
}
