import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { notFound } from './errors.ts';
import { type Handshake, type Organization, organizationsOf } from './store.ts';

/**
 * An invitation that is still open, and whose it is.
 * @throws ServiceError `HandshakeNotFoundException`, `HandshakeAlreadyInStateException`, `InvalidHandshakeTransitionException`
 */
export function openHandshake(
  id: string | undefined,
  wanted: Handshake['state'],
  call: Call,
): { handshake: Handshake; organization: Organization } {
  const found = findHandshake(id, call);
  const { state, expiresAt } = found.handshake;
  if (state === wanted) {
    throw new ServiceError('HandshakeAlreadyInStateException', `The handshake is already ${state}.`);
  }
  if (state !== 'OPEN' || expiresAt <= call.world.clock.now()) {
    throw new ServiceError('InvalidHandshakeTransitionException', 'The handshake is no longer open.');
  }
  return found;
}

/** @throws ServiceError `HandshakeNotFoundException` for one that concerns others */
export function findHandshake(id: string | undefined, { world, accountId }: Call) {
  const { byId, handshakes } = organizationsOf(world);
  const handshake = handshakes.get(id ?? '');
  const organization = byId.get(handshake?.organizationId ?? '');
  const concerned = [handshake?.invitedAccountId, organization?.managementAccountId];
  if (handshake && organization && concerned.includes(accountId)) return { handshake, organization };
  throw notFound('Handshake', "You specified a handshake that doesn't exist.");
}
