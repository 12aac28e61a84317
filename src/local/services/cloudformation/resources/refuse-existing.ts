import { ServiceError } from '../../../endpoint/service-error.ts';
import { unlessGone } from './unless-gone.ts';

/**
 * Some services answer a creation with what is there already under that name; a stack must never take that for its own,
 * for it would delete it one day.
 * @param found asks the service for it by its name
 */
export async function refuseExisting(name: string, found: Promise<unknown>): Promise<void> {
  if ((await unlessGone(found)) === undefined) return;
  throw new ServiceError('AlreadyExists', `Resource of this type with identifier '${name}' already exists.`);
}
