import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { type User, userOf } from './store.ts';

/**
 * The user a call names; without a name the one who calls.
 * @throws ServiceError NoSuchEntity; ValidationError when no user calls
 */
export function namedOrCallingUser(userName: string | undefined, { world, accountId, caller }: Call): User {
  const name = userName ?? caller.userName;
  if (name !== undefined) return userOf(world, accountId, name);
  throw new ServiceError('ValidationError', 'Must specify userName when calling with non-User credentials');
}
