import type { StackStatus } from '@aws-sdk/client-cloudformation';
import type { Deployment } from './context-for.ts';
import { setStackStatus } from './stack-log.ts';

/** Sets off what takes time, after what is still being done to the stack. CloudFormation answers before it is done. */
export function startWork(
  deployment: Deployment,
  status: 'CREATE_IN_PROGRESS' | 'UPDATE_IN_PROGRESS' | 'DELETE_IN_PROGRESS',
  work: () => Promise<void>,
): void {
  const { call, stack } = deployment;
  setStackStatus(call.world, stack, status, 'User Initiated');
  stack.work = stack.work.then(work).catch((error: unknown) => {
    const failed = status.replace('IN_PROGRESS', 'FAILED') as StackStatus;
    setStackStatus(
      call.world,
      stack,
      failed,
      `Internal failure: ${error instanceof Error ? error.stack : error}`,
    );
  });
}
