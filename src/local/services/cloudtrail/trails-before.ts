import type { Call, CallRequest } from '../../endpoint/operation.ts';
import type { Trail } from './trail.ts';
import { trailsIn } from './trail-store.ts';

const store = {
  name: 'cloudtrail.trails-before-calls',
  create: () => new WeakMap<Call, readonly Trail[]>(),
};

/** Services whose calls take trails away, from the caller's account or the caller's account from them. */
const TAKING = ['cloudtrail', 'organizations'];

/** A guard that refuses nothing: it remembers which trails a call found, for the record of the call. */
export function rememberTrails({ service, call }: CallRequest): void {
  if (!TAKING.includes(service)) return;
  const { world, accountId } = call;
  world.store(store, accountId, 'aws-global').set(call, [...trailsIn(world, accountId).values()]);
}

/** The trails that a call found in its account; none for a call that could change none. */
export const trailsBefore = (call: Call): readonly Trail[] =>
  call.world.store(store, call.accountId, 'aws-global').get(call) ?? [];
