import type { Distribution, PutSubscriptionFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Call } from '../../endpoint/operation.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { isAllowed } from '../iam/authorize.ts';
import { roleTrustsService } from '../iam/trust.ts';
import { mayInvoke } from '../lambda/permission.ts';
import { checkFilterName } from './filter-name.ts';
import { filterPattern } from './filter-pattern.ts';
import { invalidParameter } from './groups.ts';
import type { LogGroup } from './store.ts';

/** Sends the log events that its pattern lets through to somebody. */
export interface SubscriptionFilter {
  readonly name: string;
  readonly pattern: string;
  readonly createdAt: number;
  readonly destinationArn: string;
  readonly roleArn: string | undefined;
  readonly distribution: Distribution;
  readonly appliesToTransformed: boolean;
  readonly passes: (message: string) => boolean;
}

/** @throws ServiceError `InvalidParameterException`; by name for destinations of other kinds */
export function subscriptionFilter(
  input: PutSubscriptionFilterRequest,
  group: LogGroup,
  call: Call,
): SubscriptionFilter {
  refuseUnsupported(input, 'fieldSelectionCriteria', 'emitSystemFields');
  const { filterName: name = '', filterPattern: pattern = '', destinationArn = '', roleArn } = input;
  checkFilterName(name);
  checkDestination(destinationArn, roleArn, group, call);
  return {
    name,
    pattern,
    createdAt: call.world.clock.now(),
    destinationArn,
    roleArn,
    distribution: input.distribution ?? 'ByLogStream',
    appliesToTransformed: input.applyOnTransformedLogs ?? false,
    passes: filterPattern(pattern),
  };
}

/** CloudWatch Logs sends a test message before it keeps a filter. */
function checkDestination(arn: string, roleArn: string | undefined, group: LogGroup, call: Call): void {
  const [, , service = ''] = arn.split(':');
  if (service === 'lambda') checkFunction(arn, group, call);
  else checkStream(arn, roleArn, group, call);
}

function checkStream(arn: string, roleArn: string | undefined, group: LogGroup, call: Call): void {
  const [, , service = ''] = arn.split(':');
  const putAction = putActions.get(service);
  if (!putAction) throw unsupported(`the subscription destination ${arn}`);
  const { world, accountId } = call;
  const source = { sourceArn: `${group.arn}:*`, sourceAccount: accountId };
  const mayPut =
    roleArn !== undefined &&
    roleTrustsService(world, roleArn, 'logs.amazonaws.com', source) &&
    isAllowed(world, roleArn, putAction, arn);
  if (mayPut) return;
  throw invalidParameter(
    `Could not deliver test message to specified ${service} stream. Check if the given stream is in ACTIVE state, and the role lets CloudWatch Logs in.`,
  );
}

/** Streams are not served: what is sent to them is sent nowhere, but the role must be right. */
const putActions = new Map([
  ['kinesis', 'kinesis:PutRecord'],
  ['firehose', 'firehose:PutRecord'],
]);

function checkFunction(arn: string, group: LogGroup, { world, region }: Call): void {
  if (letsLogsInvoke(world, arn, region, group)) return;
  throw invalidParameter(
    'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.',
  );
}

/** Permissions name the service with its Region or without. */
export const letsLogsInvoke = (
  world: Call['world'],
  functionArn: string,
  region: string,
  group: LogGroup,
): boolean =>
  ['logs.amazonaws.com', `logs.${region}.amazonaws.com`].some((principal) =>
    mayInvoke(world, functionArn, principal, `${group.arn}:*`),
  );
