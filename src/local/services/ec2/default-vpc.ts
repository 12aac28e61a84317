import { createHash } from 'node:crypto';
import type { Call } from '../../endpoint/operation.ts';

/**
 * Every account has a VPC in every Region from the start. Here there is no other, and nothing is in it.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
 */
export const defaultVpcId = (call: Pick<Call, 'accountId' | 'region'>): string => idOf('vpc', call);

/** The DHCP options of that VPC. */
export const defaultDhcpOptionsId = (call: Pick<Call, 'accountId' | 'region'>): string => idOf('dopt', call);

const idOf = (prefix: string, { accountId, region }: Pick<Call, 'accountId' | 'region'>) =>
  `${prefix}-0${createHash('sha256').update(`${prefix} ${accountId} ${region}`).digest('hex').slice(0, 16)}`;
