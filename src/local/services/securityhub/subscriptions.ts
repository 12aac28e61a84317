import type { StandardsSubscription } from '@aws-sdk/client-securityhub';
import type { Call } from '../../endpoint/operation.ts';
import { type Hub, invalidInput, resourceNotFound, type Subscription } from './hub.ts';
import { type Standard, standardArn, standardOf, standards, subscriptionArn } from './standards.ts';

/** @throws ServiceError `InvalidInputException` */
export function standardByArn(arn: string | undefined, { region }: Call): Standard {
  const standard = standards.find((candidate) => standardArn(candidate, region) === arn);
  if (standard) return standard;
  throw invalidInput(`The standard ${arn} does not exist.`);
}

/** @throws ServiceError `InvalidInputException` */
export function standardBySubscription(arn: string | undefined, call: Call): Standard {
  const standard = standards.find((candidate) => subscriptionArn(candidate, call) === arn);
  if (standard) return standard;
  throw invalidInput(`The subscription ${arn} does not exist.`);
}

/** @throws ServiceError `ResourceNotFoundException` while the standard is not enabled */
export function subscriptionTo({ id }: Standard, { subscriptions }: Hub): Subscription {
  const subscription = subscriptions.get(id);
  if (subscription) return subscription;
  throw resourceNotFound(`The standard ${id} is not enabled.`);
}

export const describedSubscription = (
  standard: Standard,
  status: 'READY' | 'PENDING' | 'DELETING',
  call: Call,
): StandardsSubscription => ({
  StandardsSubscriptionArn: subscriptionArn(standard, call),
  StandardsArn: standardArn(standard, call.region),
  StandardsInput: {},
  StandardsStatus: status,
  StandardsControlsUpdatable: status === 'READY' ? 'READY_FOR_UPDATES' : 'NOT_READY_FOR_UPDATES',
});

export const subscribedStandards = ({ subscriptions }: Hub): readonly Standard[] =>
  [...subscriptions.keys()].flatMap((id) => standardOf(id) ?? []);
