import type { DescribeVpcsRequest, DescribeVpcsResult, Vpc } from '@aws-sdk/client-ec2';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { defaultDhcpOptionsId, defaultVpcId } from './default-vpc.ts';
import { stopDryRun } from './dry-run.ts';
import { passesFilters } from './filters.ts';

export const DescribeVpcs: Operation<DescribeVpcsRequest, DescribeVpcsResult> = (input, call) => {
  stopDryRun(input);
  const vpc = defaultVpc(call);
  const unknown = (input.VpcIds ?? []).filter((id) => id !== vpc.VpcId);
  if (unknown.length > 0) {
    throw new ServiceError('InvalidVpcID.NotFound', `The vpc ID '${unknown.join(', ')}' does not exist`);
  }
  return { Vpcs: passesFilters(input.Filters, propertiesOf(vpc)) ? [vpc] : [] };
};

const defaultVpc = (call: Call) =>
  ({
    OwnerId: call.accountId,
    InstanceTenancy: 'default',
    IsDefault: true,
    VpcId: defaultVpcId(call),
    State: 'available',
    CidrBlock: '172.31.0.0/16',
    DhcpOptionsId: defaultDhcpOptionsId(call),
  }) satisfies Vpc;

const propertiesOf = (vpc: ReturnType<typeof defaultVpc>) => ({
  cidr: vpc.CidrBlock,
  'dhcp-options-id': vpc.DhcpOptionsId,
  'is-default': 'true',
  isDefault: 'true',
  'owner-id': vpc.OwnerId,
  state: vpc.State,
  'vpc-id': vpc.VpcId,
});
