import { ATTEMPT_LIMITS } from './sdk-limits.ts';

/**
 * Reads when the guard's stack was created, in milliseconds since the epoch. Nobody can change that but by deleting the
 * stack, so it is asked once.
 */
export function makeDeploymentTimeReader(stackId: string): () => Promise<number> {
  let deployedAt: number | undefined;
  return async () => {
    deployedAt ??= await readCreationTime(stackId);
    return deployedAt;
  };
}

async function readCreationTime(stackId: string): Promise<number> {
  const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
  const { Stacks } = await new CloudFormationClient(ATTEMPT_LIMITS).send(
    new DescribeStacksCommand({ StackName: stackId }),
  );
  const created = Stacks?.[0]?.CreationTime;
  if (!created) throw new Error(`CloudFormation does not know when ${stackId} was created`);
  return created.getTime();
}
