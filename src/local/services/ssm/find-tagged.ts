import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { parametersOf, type StoredParameter } from './store.ts';

interface TaggedResource {
  readonly ResourceType: string | undefined;
  readonly ResourceId: string | undefined;
}

/**
 * The parameter whose tags are meant. Unlike elsewhere in Parameter Store, only its name will do.
 * @throws ServiceError `InvalidResourceId`
 */
export function findTagged({ ResourceType, ResourceId = '' }: TaggedResource, call: Call): StoredParameter {
  if (ResourceType !== 'Parameter') throw unsupported(`tags of the resource type ${ResourceType}`);
  const parameter = parametersOf(call).get(ResourceId);
  if (parameter) return parameter;
  throw new ServiceError('InvalidResourceId', 'The resource ID is not valid. Verify the ID and try again.');
}
