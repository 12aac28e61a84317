import type { Stack } from '@aws-sdk/client-cloudformation';
import type { Connection } from './connection.ts';

/** A stack as CloudFormation describes it. */
export interface DescribedStack {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  /** In milliseconds since the epoch. */
  readonly createdAt: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface StackReader {
  /** Null when there is none of that name here. */
  describe(name: string): Promise<DescribedStack | null>;
  /** The name or id that AWS gave one of its resources; undefined when it has no such resource. */
  readPhysicalId(name: string, logicalId: string): Promise<string | undefined>;
}

/** CloudFormation, as far as the guard's own stack is read from it. */
export function makeStackReader(connection: Connection): StackReader {
  const connect = async () => {
    const sdk = await import('@aws-sdk/client-cloudformation');
    return { sdk, client: new sdk.CloudFormationClient(connection) };
  };
  return {
    async describe(name) {
      const { sdk, client } = await connect();
      const answer = await client
        .send(new sdk.DescribeStacksCommand({ StackName: name }))
        .catch(noneWhenMissing);
      const stack = answer?.Stacks?.[0];
      return stack ? readStack(stack) : null;
    },
    async readPhysicalId(name, logicalId) {
      const { sdk, client } = await connect();
      const { StackResourceDetail } = await client.send(
        new sdk.DescribeStackResourceCommand({ StackName: name, LogicalResourceId: logicalId }),
      );
      return StackResourceDetail?.PhysicalResourceId;
    },
  };
}

/**
 * CloudFormation has no code for it.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
 */
function noneWhenMissing(error: unknown): undefined {
  if (error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message))
    return;
  throw error;
}

const readStack = ({ StackId = '', StackName = '', StackStatus, CreationTime, ...stack }: Stack) => ({
  id: StackId,
  name: StackName,
  status: StackStatus ?? '',
  createdAt: CreationTime?.getTime() ?? 0,
  parameters: Object.fromEntries(
    (stack.Parameters ?? []).map(({ ParameterKey = '', ParameterValue = '' }) => [
      ParameterKey,
      ParameterValue,
    ]),
  ),
  outputs: Object.fromEntries(
    (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  ),
});
