import type { CreateFlowLogsRequest } from '@aws-sdk/client-ec2';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { findBucket } from '../s3/bucket.ts';
import type { StoredFlowLog } from './flow-logs.ts';

export type FlowLogDestination = Pick<
  StoredFlowLog,
  'destinationType' | 'destination' | 'logGroupName' | 'permissionArn'
>;

/**
 * Where flow logs are to go: a bucket, or a log group that is made when something is delivered.
 * @throws ServiceError `InvalidParameter`, `MissingParameter`
 */
export function destinationOf(input: CreateFlowLogsRequest, call: Call): FlowLogDestination {
  const type = input.LogDestinationType ?? 'cloud-watch-logs';
  if (type === 's3') return bucketOf(input);
  if (type === 'cloud-watch-logs') return logGroupOf(input, call);
  throw unsupported(`flow logs to ${type}`);
}

function bucketOf({
  LogDestination: destination,
  LogGroupName,
  DeliverLogsPermissionArn,
}: CreateFlowLogsRequest): FlowLogDestination {
  if (!destination) throw missing('LogDestination');
  if (LogGroupName || DeliverLogsPermissionArn) {
    throw invalid(
      'LogGroupName and DeliverLogsPermissionArn are not applicable if LogDestinationType is s3.',
    );
  }
  return { destinationType: 's3', destination, logGroupName: undefined, permissionArn: undefined };
}

function logGroupOf(
  { LogDestination, LogGroupName, DeliverLogsPermissionArn: permissionArn }: CreateFlowLogsRequest,
  { partition, region, accountId }: Call,
): FlowLogDestination {
  if (!permissionArn) {
    throw invalid("DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.");
  }
  const logGroupName = LogGroupName ?? LogDestination?.split(':log-group:')[1]?.replace(/:\*$/, '');
  if (!logGroupName) throw missing('LogGroupName');
  const destination = `arn:${partition}:logs:${region}:${accountId}:log-group:${logGroupName}`;
  return { destinationType: 'cloud-watch-logs', destination, logGroupName, permissionArn };
}

/**
 * What keeps flow logs from being made for each resource: a bucket that is not there.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-troubleshooting.html
 */
export function missingBucket({ destinationType, destination = '' }: FlowLogDestination, { world }: Call) {
  if (destinationType !== 's3') return undefined;
  const name = destination.split(':::')[1]?.split('/')[0] ?? '';
  if (findBucket(world, name)) return undefined;
  return { Code: '400', Message: `LogDestination: ${name} does not exist.` };
}

const invalid = (message: string) => new ServiceError('InvalidParameter', message);
const missing = (name: string) =>
  new ServiceError('MissingParameter', `The request must contain the parameter ${name}`);
