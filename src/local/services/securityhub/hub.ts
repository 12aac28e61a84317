import type {
  AutomationRulesConfig,
  AwsSecurityFinding,
  ControlFindingGenerator,
  ControlStatus,
  Insight,
} from '@aws-sdk/client-securityhub';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';

/** A control of one standard, as somebody switched it. */
interface SwitchedControl {
  readonly status: ControlStatus;
  readonly reason: string | undefined;
  readonly updatedAt: number;
}

/** A standard that is enabled. Controls that nobody switched are enabled too. */
export interface Subscription {
  /** `aws-foundational-security-best-practices/v/1.0.0` */
  readonly standardId: string;
  /** By the standard's own ids: `CloudTrail.1`, `3.1` */
  readonly controls: Map<string, SwitchedControl>;
}

/** Security Hub of one account and Region, while it is enabled. */
export interface Hub {
  readonly subscribedAt: number;
  autoEnableControls: boolean;
  controlFindingGenerator: ControlFindingGenerator;
  /** By product and id. */
  readonly findings: Map<string, AwsSecurityFinding>;
  /** By the id of their standard. */
  readonly subscriptions: Map<string, Subscription>;
  /** By ARN. */
  readonly automationRules: Map<string, AutomationRulesConfig>;
  readonly insights: Map<string, Insight>;
  /** Products whose findings do not come in any more: `aws/guardduty` */
  readonly disabledProducts: Set<string>;
}

interface HubSlot {
  hub?: Hub | undefined;
}

const store = { name: 'securityhub.hub', create: (): HubSlot => ({}) };

/** Where Security Hub is, or would be. */
export interface HubPlace {
  readonly world: World;
  readonly accountId: string;
  readonly region: string;
}

export const hubSlotOf = ({ world, accountId, region }: HubPlace): HubSlot =>
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

export const invalidInput = (message: string): ServiceError =>
  new ServiceError('InvalidInputException', message);

export const resourceNotFound = (message: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', message, 404);
