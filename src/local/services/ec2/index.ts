import type { Service } from '../../endpoint/operation.ts';
import { CreateFlowLogs } from './CreateFlowLogs.ts';
import { DeleteFlowLogs } from './DeleteFlowLogs.ts';
import { DescribeFlowLogs } from './DescribeFlowLogs.ts';
import { DescribeRegions } from './DescribeRegions.ts';
import { DescribeVpcs } from './DescribeVpcs.ts';

/** EC2: flow logs of the default VPC, through which nothing flows, and which Regions there are. */
export const ec2: Service = {
  name: 'ec2',
  operations: { CreateFlowLogs, DeleteFlowLogs, DescribeFlowLogs, DescribeRegions, DescribeVpcs },
};
