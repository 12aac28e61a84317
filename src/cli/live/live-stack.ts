import type { DescribedStack, StackReader } from '../../aws/guard-stack.ts';
import type { CallerIdentity } from '../../aws/session.ts';
import type { RestoreScope } from '../../domain/restoring-call.ts';
import { UsageError } from '../exit-codes.ts';
import { DEFAULT_STACK } from './live-flags.ts';

/** The deployed guard: what its owner decided, and where it keeps things. */
export interface GuardStack {
  readonly id: string;
  readonly name: string;
  /** In milliseconds since the epoch. */
  readonly createdAt: number;
  readonly mode: 'restore' | 'notify';
  readonly restoreScope: RestoreScope;
  readonly trails: readonly string[];
  readonly approvedPrincipals: readonly string[];
  /** ARNs of what the guard itself may put back beside trails. */
  readonly destinations: readonly string[];
  readonly sweepMinutes: number;
  readonly roleArn: string;
  readonly ledgerTable: string;
  readonly topicArn: string;
  /** The names of all of its parameters: an update that leaves one out resets it. */
  readonly parameterNames: readonly string[];
}

/**
 * The guard's stack; null when none is deployed under the usual name.
 * @throws UsageError when the caller named a stack that is not there, or is none of a guard
 */
export async function readGuardStack(
  named: string | undefined,
  { accountId, partition }: CallerIdentity,
  stacks: StackReader,
): Promise<GuardStack | null> {
  const name = named ?? DEFAULT_STACK;
  const stack = await stacks.describe(name);
  if (!stack && named)
    throw new UsageError(`There is no stack ${JSON.stringify(name)} in this account and Region.`);
  if (!stack) return null;
  if (!stack.outputs.LedgerTable || !stack.parameters.Mode)
    throw new UsageError(
      `The stack ${JSON.stringify(name)} is ${stack.status} and no guard's: name it with --stack.`,
    );
  const roleName = await stacks.readPhysicalId(name, 'FunctionRole');
  return { ...settingsOf(stack), roleArn: `arn:${partition}:iam::${accountId}:role/${roleName}` };
}

function settingsOf({
  id,
  name,
  createdAt,
  parameters,
  outputs,
}: DescribedStack): Omit<GuardStack, 'roleArn'> {
  const list = (...names: readonly string[]) =>
    names.flatMap((parameter) =>
      (parameters[parameter] ?? '').split(',').flatMap((item) => item.trim() || []),
    );
  return {
    id,
    name,
    createdAt,
    mode: parameters.Mode === 'notify' ? 'notify' : 'restore',
    restoreScope: (parameters.RestoreScope ?? 'logging') as RestoreScope,
    trails: list('Trail1', 'Trail2', 'Trail3', 'Trail4', 'Trail5'),
    approvedPrincipals: list('ApprovedPrincipals'),
    destinations: list('BucketArns', 'KeyArns', 'TopicArns', 'LogGroupArns'),
    sweepMinutes: Number(parameters.SweepMinutes ?? 5),
    ledgerTable: outputs.LedgerTable ?? '',
    topicArn: outputs.AlertTopic ?? '',
    parameterNames: Object.keys(parameters),
  };
}
