import { randomBytes } from 'node:crypto';
import type { CreateFlowLogsRequest, CreateFlowLogsResult, Tag } from '@aws-sdk/client-ec2';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { defaultVpcId } from './default-vpc.ts';
import { stopDryRun } from './dry-run.ts';
import { destinationOf, type FlowLogDestination, missingBucket } from './flow-log-destination.ts';
import { flowLogsOf, newFlowLogId, type StoredFlowLog } from './flow-logs.ts';

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html#flow-logs-default */
const DEFAULT_FIELDS =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';
const DEFAULT_FORMAT = DEFAULT_FIELDS.replace(/[\w-]+/g, (field) => `\${${field}}`);
const DEFAULT_AGGREGATION_SECONDS = 600;

/** Makes flow logs of VPCs. Nothing flows here, so nothing is ever delivered. */
export const CreateFlowLogs: Operation<CreateFlowLogsRequest, CreateFlowLogsResult> = (input, call) => {
  refuseUnsupported(input, 'DeliverCrossAccountRole', 'DestinationOptions', 'TagFieldSpecifications');
  if (input.ResourceType !== 'VPC') throw unsupported('flow logs of anything but VPCs');
  const destination = destinationOf(input, call);
  const vpcIds = input.ResourceIds ?? [];
  for (const id of vpcIds) checkVpc(id, call);
  stopDryRun(input);
  const ClientToken = input.ClientToken ?? randomBytes(32).toString('base64');
  const obstacle = missingBucket(destination, call);
  if (obstacle) {
    return { ClientToken, Unsuccessful: vpcIds.map((ResourceId) => ({ Error: obstacle, ResourceId })) };
  }
  const made = madeBefore(ClientToken, call);
  const flowLogs =
    made.length > 0
      ? made
      : vpcIds.map((id) => make(newFlowLog(id, { ...input, ClientToken }, destination, call), call));
  return { ClientToken, FlowLogIds: flowLogs.map(({ id }) => id), Unsuccessful: [] };
};

/** What the same request made, when it comes again. */
const madeBefore = (token: string, call: Call): readonly StoredFlowLog[] =>
  [...flowLogsOf(call).values()].filter(({ clientToken }) => clientToken === token);

function checkVpc(id: string, call: Call): void {
  if (id === defaultVpcId(call)) return;
  throw new ServiceError('InvalidVpcID.NotFound', `The vpc ID '${id}' does not exist`);
}

function newFlowLog(
  vpcId: string,
  input: CreateFlowLogsRequest,
  destination: FlowLogDestination,
  { world }: Call,
): StoredFlowLog {
  if (!input.TrafficType) {
    throw new ServiceError('MissingParameter', 'The request must contain the parameter trafficType');
  }
  return {
    ...destination,
    id: newFlowLogId(),
    createdAt: world.clock.now(),
    vpcId,
    trafficType: input.TrafficType,
    format: input.LogFormat ?? DEFAULT_FORMAT,
    maxAggregationSeconds: input.MaxAggregationInterval ?? DEFAULT_AGGREGATION_SECONDS,
    tags: tagsOf(input),
    clientToken: input.ClientToken ?? '',
  };
}

const tagsOf = ({ TagSpecifications }: CreateFlowLogsRequest): readonly Tag[] =>
  (TagSpecifications ?? [])
    .filter(({ ResourceType }) => ResourceType === 'vpc-flow-log')
    .flatMap(({ Tags }) => Tags ?? []);

/** A VPC's traffic goes to one place once. */
function make(flowLog: StoredFlowLog, call: Call): StoredFlowLog {
  const flowLogs = flowLogsOf(call);
  const isLike = ({ vpcId, trafficType, destination, format }: StoredFlowLog) =>
    vpcId === flowLog.vpcId &&
    trafficType === flowLog.trafficType &&
    destination === flowLog.destination &&
    format === flowLog.format;
  if ([...flowLogs.values()].some(isLike)) {
    throw new ServiceError(
      'FlowLogAlreadyExists',
      'Error. There is an existing Flow Log with the same configuration and log destination.',
    );
  }
  flowLogs.set(flowLog.id, flowLog);
  return flowLog;
}
