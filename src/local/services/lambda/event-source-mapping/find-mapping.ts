import type { Call } from '../../../endpoint/operation.ts';
import { notFound } from '../lambda-error.ts';
import { mappingsOf } from '../store.ts';
import type { EventSourceMapping } from './mapping.ts';

/** @throws ServiceError `ResourceNotFoundException` */
export function findMapping(
  uuid: string | undefined,
  { world, accountId, region }: Call,
): EventSourceMapping {
  const mapping = mappingsOf(world, accountId, region).get(uuid ?? '');
  if (!mapping) throw notFound('The resource you requested does not exist.');
  return mapping;
}
