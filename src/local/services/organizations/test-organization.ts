import type { Service } from '../../endpoint/operation.ts';
import { alice, mallory, testWorld } from '../../endpoint/test-world.ts';
import { organizations } from './index.ts';

/** A world in which alice's account manages an organization that mallory's account may join. */
export function organizationWorld(...services: readonly Service[]) {
  const { world, clock, send } = testWorld(organizations, ...services);
  const manage = <Output = Readonly<Record<string, unknown>>>(operation: string, input: object = {}) =>
    send('organizations', operation, input, alice) as Promise<Output>;
  const asMember = <Output = Readonly<Record<string, unknown>>>(operation: string, input: object = {}) =>
    send('organizations', operation, input, mallory) as Promise<Output>;
  const create = () => manage<{ Organization: { Id: string } }>('CreateOrganization');
  const invite = () =>
    manage<{ Handshake: { Id: string } }>('InviteAccountToOrganization', {
      Target: { Type: 'ACCOUNT', Id: mallory.accountId },
    });
  /** Makes the organization and lets mallory's account join it. */
  const join = async () => {
    const { Organization } = await create();
    const { Handshake } = await invite();
    await asMember('AcceptHandshake', { HandshakeId: Handshake.Id });
    return Organization.Id;
  };
  const rootId = async () => {
    const { Roots } = await manage<{ Roots: { Id: string }[] }>('ListRoots');
    return `${Roots[0]?.Id}`;
  };
  return { world, clock, send, manage, asMember, create, invite, join, rootId };
}
