import { ServiceError } from '../../endpoint/service-error.ts';

interface Target {
  readonly TrailName?: string | undefined;
  readonly EventDataStore?: string | undefined;
}

/**
 * Event configuration is that of a trail or of an event data store.
 * @throws ServiceError `InvalidParameterCombinationException`
 */
export function checkOneTarget({ TrailName, EventDataStore }: Target): void {
  if (!TrailName !== !EventDataStore) return;
  throw invalidCombination('Either TrailName or EventDataStore must be given.');
}

export const invalidCombination = (message: string): ServiceError =>
  new ServiceError('InvalidParameterCombinationException', message);
