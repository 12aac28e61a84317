import { ServiceError } from '../../endpoint/service-error.ts';

/**
 * Refuses what is meant for an event data store: CloudTrail Lake is not served here.
 * @throws ServiceError `UnsupportedOperationException`
 */
export function refuseEventDataStores<Input extends { readonly EventDataStore?: string | undefined }>(
  input: Input,
  ...others: (keyof Input & string)[]
): void {
  const given = ['EventDataStore' as keyof Input & string, ...others].find((name) => input[name]);
  if (given === undefined) return;
  throw new ServiceError(
    'UnsupportedOperationException',
    `The embedded AWS has no event data stores: ${given} cannot be given.`,
  );
}
