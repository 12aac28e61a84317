import type { AwsSecurityFinding, ControlFindingGenerator } from '@aws-sdk/client-securityhub';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

/** Security Hub of one account and Region, while it is enabled. */
export interface Hub {
  readonly subscribedAt: number;
  readonly autoEnableControls: boolean;
  readonly controlFindingGenerator: ControlFindingGenerator;
  /** By product and id. */
  readonly findings: Map<string, AwsSecurityFinding>;
}

const store = { name: 'securityhub.hub', create: (): { hub?: Hub | undefined } => ({}) };

export const hubSlotOf = ({ world, accountId, region }: Call): { hub?: Hub | undefined } =>
  world.store(store, accountId, region);

/** @throws ServiceError `InvalidAccessException` while Security Hub is not enabled */
export function hubOf(call: Call): Hub {
  const { hub } = hubSlotOf(call);
  if (hub) return hub;
  throw new ServiceError(
    'InvalidAccessException',
    `Account ${call.accountId} is not subscribed to AWS Security Hub`,
    401,
  );
}

export const hubArnOf = ({ partition, region, accountId }: Call): string =>
  `arn:${partition}:securityhub:${region}:${accountId}:hub/default`;

/** Where a finding is kept: ids are unique within a product only. */
export const findingKey = ({ ProductArn, Id }: Pick<AwsSecurityFinding, 'ProductArn' | 'Id'>): string =>
  `${ProductArn}/${Id}`;
