import type { DescribeFlowLogsRequest, DescribeFlowLogsResult } from '@aws-sdk/client-ec2';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { stopDryRun } from './dry-run.ts';
import { passesFilters } from './filters.ts';
import { checkFlowLogs, describeFlowLog, flowLogsOf, type StoredFlowLog } from './flow-logs.ts';

const MAX_RESULTS = 1000;

export const DescribeFlowLogs: Operation<DescribeFlowLogsRequest, DescribeFlowLogsResult> = (input, call) => {
  stopDryRun(input);
  checkFlowLogs(input.FlowLogIds, call);
  const wanted = [...flowLogsOf(call).values()].filter(
    (flowLog) =>
      (!input.FlowLogIds?.length || input.FlowLogIds.includes(flowLog.id)) &&
      passesFilters(input.Filter, propertiesOf(flowLog), flowLog.tags),
  );
  const { items, nextToken } = page(wanted, {
    limit: input.MaxResults ?? MAX_RESULTS,
    token: input.NextToken,
    badTokenCode: 'InvalidParameterValue',
  });
  return { FlowLogs: items.map(describeFlowLog), NextToken: nextToken };
};

const propertiesOf = (flowLog: StoredFlowLog) => ({
  'deliver-log-status': 'SUCCESS',
  'flow-log-id': flowLog.id,
  'log-destination-type': flowLog.destinationType,
  'log-group-name': flowLog.logGroupName,
  'resource-id': flowLog.vpcId,
  'traffic-type': flowLog.trafficType,
});
