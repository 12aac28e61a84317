import type {
  InviteAccountToOrganizationRequest,
  InviteAccountToOrganizationResponse,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { describedHandshake } from './describe.ts';
import { invalidInput } from './errors.ts';
import { managedOrganization } from './membership.ts';
import { randomId } from './random-id.ts';
import { type Handshake, organizationOf, organizationsOf } from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_invites.html */
const OPEN_FOR_MS = 15 * DAY_MS;

/** Accounts are invited by their id; an e-mail address is known to nobody here. */
export const InviteAccountToOrganization: Operation<
  InviteAccountToOrganizationRequest,
  InviteAccountToOrganizationResponse
> = (input, call) => {
  refuseUnsupported(input, 'Tags');
  const organization = managedOrganization(call);
  const { Type, Id: invitedAccountId = '' } = input.Target ?? {};
  if (Type !== 'ACCOUNT') throw unsupported(`invitations of ${Type}`);
  if (!/^\d{12}$/.test(invitedAccountId)) throw invalidInput('You provided an account id that is not valid.');
  if (organizationOf(call.world, invitedAccountId)) {
    throw new ServiceError(
      'HandshakeConstraintViolationException',
      'The account is already a member of an organization.',
    );
  }
  const now = call.world.clock.now();
  const { handshakes } = organizationsOf(call.world);
  const isOpen = (known: Handshake) =>
    known.state === 'OPEN' &&
    known.expiresAt > now &&
    known.organizationId === organization.id &&
    known.invitedAccountId === invitedAccountId;
  if ([...handshakes.values()].some(isOpen)) {
    throw new ServiceError('DuplicateHandshakeException', 'An invitation for this account is already open.');
  }
  const handshake: Handshake = {
    id: randomId('h-', 12),
    organizationId: organization.id,
    invitedAccountId,
    notes: input.Notes,
    requestedAt: now,
    expiresAt: now + OPEN_FOR_MS,
    state: 'OPEN',
  };
  handshakes.set(handshake.id, handshake);
  return { Handshake: describedHandshake(organization, handshake) };
};
