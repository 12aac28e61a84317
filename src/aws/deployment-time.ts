import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

let deployedAt: number | undefined;

/** When the guard's stack was created, in milliseconds since the epoch. Nobody can change that but by deleting it. */
export async function readDeploymentTime(stackId: string): Promise<number> {
  if (deployedAt !== undefined) return deployedAt;
  const { Stacks } = await new CloudFormationClient().send(new DescribeStacksCommand({ StackName: stackId }));
  const created = Stacks?.[0]?.CreationTime;
  if (!created) throw new Error(`CloudFormation does not know when ${stackId} was created`);
  deployedAt = created.getTime();
  return deployedAt;
}
