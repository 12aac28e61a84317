import { ServiceError } from '../../endpoint/service-error.ts';

/**
 * Refuses what asks for the Insights of an event data store: only trails have them here.
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
    `The embedded AWS keeps no Insights of event data stores: ${given} cannot be given.`,
  );
}
