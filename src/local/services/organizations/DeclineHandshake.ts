import type { DeclineHandshakeRequest, DeclineHandshakeResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { describedHandshake } from './describe.ts';
import { accessDenied } from './errors.ts';
import { openHandshake } from './handshakes.ts';

export const DeclineHandshake: Operation<DeclineHandshakeRequest, DeclineHandshakeResponse> = (
  input,
  call,
) => {
  const { handshake, organization } = openHandshake(input.HandshakeId, 'DECLINED', call);
  if (handshake.invitedAccountId !== call.accountId) throw accessDenied();
  handshake.state = 'DECLINED';
  return { Handshake: describedHandshake(organization, handshake) };
};
