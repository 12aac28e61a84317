import type { AcceptHandshakeRequest, AcceptHandshakeResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { describedHandshake } from './describe.ts';
import { accessDenied } from './errors.ts';
import { openHandshake } from './handshakes.ts';
import { newAccount } from './new-account.ts';
import { organizationOf } from './store.ts';

export const AcceptHandshake: Operation<AcceptHandshakeRequest, AcceptHandshakeResponse> = (input, call) => {
  const { handshake, organization } = openHandshake(input.HandshakeId, 'ACCEPTED', call);
  if (handshake.invitedAccountId !== call.accountId) throw accessDenied();
  if (organizationOf(call.world, call.accountId)) {
    throw new ServiceError(
      'HandshakeConstraintViolationException',
      'The account is already a member of an organization.',
    );
  }
  handshake.state = 'ACCEPTED';
  newAccount(organization, { id: call.accountId, joinedAt: call.world.clock.now() });
  return { Handshake: describedHandshake(organization, handshake) };
};
