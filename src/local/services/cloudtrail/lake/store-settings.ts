import type { AdvancedEventSelector, BillingMode } from '@aws-sdk/client-cloudtrail';
import { ServiceError } from '../../../endpoint/service-error.ts';
import { checkAdvancedEventSelectors } from '../advanced-event-selectors.ts';

const MIN_DAYS = 7;
const MAX_DAYS: Readonly<Record<BillingMode, number>> = {
  EXTENDABLE_RETENTION_PRICING: 3653,
  FIXED_RETENTION_PRICING: 2557,
};
const DEFAULT_DAYS: Readonly<Record<BillingMode, number>> = {
  EXTENDABLE_RETENTION_PRICING: 366,
  FIXED_RETENTION_PRICING: 2557,
};

/** @throws ServiceError `InvalidParameterException` */
export function retentionOf(given: number | undefined, billingMode: BillingMode): number {
  const days = given ?? DEFAULT_DAYS[billingMode];
  if (days >= MIN_DAYS && days <= MAX_DAYS[billingMode]) return days;
  throw invalidParameter(`RetentionPeriod must be between ${MIN_DAYS} and ${MAX_DAYS[billingMode]}.`);
}

/** @throws ServiceError `InvalidEventSelectorsException` for what trails could not have either */
export function selectorsOf(given: readonly AdvancedEventSelector[]): readonly AdvancedEventSelector[] {
  checkAdvancedEventSelectors(given);
  return given;
}

export const DEFAULT_STORE_SELECTORS: readonly AdvancedEventSelector[] = [
  {
    Name: 'Default management events',
    FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }],
  },
];

/** @throws ServiceError `InvalidParameterException` */
export function checkLakeName(name: string): void {
  if (!/^[a-zA-Z0-9._-]{3,128}$/.test(name)) throw invalidParameter(`The name ${name} is not valid.`);
}

export const invalidParameter = (message: string): ServiceError =>
  new ServiceError('InvalidParameterException', message);
