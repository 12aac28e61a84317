import type {
  ListHandshakesForAccountRequest,
  ListHandshakesForAccountResponse,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { describedHandshake } from './describe.ts';
import { listPage } from './list-page.ts';
import { organizationsOf } from './store.ts';

/** What the caller's account is or was invited to. */
export const ListHandshakesForAccount: Operation<
  ListHandshakesForAccountRequest,
  ListHandshakesForAccountResponse
> = (input, call) => {
  refuseUnsupported(input, 'Filter');
  const { byId, handshakes } = organizationsOf(call.world);
  const own = [...handshakes.values()].filter((known) => known.invitedAccountId === call.accountId);
  const { items, nextToken } = listPage(own, input);
  return {
    Handshakes: items.flatMap((handshake) => {
      const organization = byId.get(handshake.organizationId);
      return organization ? [describedHandshake(organization, handshake)] : [];
    }),
    NextToken: nextToken,
  };
};
