import { randomBytes } from 'node:crypto';
import type { FlowLog, LogDestinationType, Tag, TrafficType } from '@aws-sdk/client-ec2';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

/** A flow log of one VPC. */
export interface StoredFlowLog {
  readonly id: string;
  readonly createdAt: number;
  readonly vpcId: string;
  readonly trafficType: TrafficType;
  readonly destinationType: LogDestinationType;
  /** The ARN of a bucket or of a log group. */
  readonly destination: string | undefined;
  readonly logGroupName: string | undefined;
  readonly permissionArn: string | undefined;
  readonly format: string;
  readonly maxAggregationSeconds: number;
  readonly tags: readonly Tag[];
  readonly clientToken: string;
}

const store = { name: 'ec2.flow-logs', create: () => new Map<string, StoredFlowLog>() };

/** By id. */
export const flowLogsOf = ({ world, accountId, region }: Call): Map<string, StoredFlowLog> =>
  world.store(store, accountId, region);

export const newFlowLogId = (): string => `fl-0${randomBytes(8).toString('hex')}`;

/** What was never there or is no more. */
export const flowLogsNotFound = (ids: readonly string[]) => ({
  Code: 'InvalidFlowLogId.NotFound',
  Message: `These flow log ids in the input list are not found: [TotalCount: ${ids.length}] ${ids.join(' ')}`,
});

/** @throws ServiceError `InvalidFlowLogId.NotFound` */
export function checkFlowLogs(ids: readonly string[] | undefined, call: Call): void {
  const flowLogs = flowLogsOf(call);
  const unknown = (ids ?? []).filter((id) => !flowLogs.has(id));
  if (unknown.length === 0) return;
  const { Code, Message } = flowLogsNotFound(unknown);
  throw new ServiceError(Code, Message);
}

export const describeFlowLog = (flowLog: StoredFlowLog): FlowLog => ({
  CreationTime: new Date(flowLog.createdAt),
  DeliverLogsPermissionArn: flowLog.permissionArn,
  DeliverLogsStatus: 'SUCCESS',
  FlowLogId: flowLog.id,
  FlowLogStatus: 'ACTIVE',
  LogGroupName: flowLog.logGroupName,
  ResourceId: flowLog.vpcId,
  TrafficType: flowLog.trafficType,
  LogDestinationType: flowLog.destinationType,
  LogDestination: flowLog.destination,
  LogFormat: flowLog.format,
  MaxAggregationInterval: flowLog.maxAggregationSeconds,
  Tags: [...flowLog.tags],
});
