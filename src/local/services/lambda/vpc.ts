import type { VpcConfig } from '@aws-sdk/client-lambda';
import type { World } from '../../endpoint/world.ts';
import { isAllowed } from '../iam/authorize.ts';
import { invalidParameter } from './lambda-error.ts';

/** Where a function is put. There are no networks here: from inside one, nothing is reached. */
export interface VpcSettings {
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}

/** Empty lists take a function out again. @throws ServiceError `InvalidParameterValueException` */
export function vpcSettings(
  config: VpcConfig | undefined,
  current: VpcSettings | undefined,
): VpcSettings | undefined {
  if (!config) return current;
  const { SubnetIds: subnetIds = [], SecurityGroupIds: securityGroupIds = [] } = config;
  if (subnetIds.length === 0 && securityGroupIds.length === 0) return undefined;
  if (subnetIds.length === 0 || securityGroupIds.length === 0) {
    throw invalidParameter('SubnetIds and SecurityIds must coexist or be both empty list.');
  }
  return { subnetIds, securityGroupIds };
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions */
const ACTIONS = ['CreateNetworkInterface', 'DescribeNetworkInterfaces', 'DeleteNetworkInterface'];

/** @throws ServiceError `InvalidParameterValueException` */
export function checkNetworkRights(world: World, roleArn: string): void {
  const missing = ACTIONS.find((action) => !isAllowed(world, roleArn, `ec2:${action}`, '*'));
  if (!missing) return;
  throw invalidParameter(`The provided execution role does not have permissions to call ${missing} on EC2`);
}
