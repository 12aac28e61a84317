import type { Call } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import type { Trail } from './trail.ts';

/** Trails by ARN. */
type Trails = ReadonlyMap<string, Trail>;

/** An account's trails as one write left them. */
interface Version {
  readonly at: number;
  /** The call that wrote it. */
  readonly call?: Call;
  readonly trails: Trails;
}

interface TrailStore {
  /** Oldest first, never empty. */
  versions: readonly Version[];
}

// Observers ask for the state before a write after the call has ended, when others may have written too.
const VERSIONS_FOR_OBSERVERS = 32;

const store = {
  name: 'cloudtrail.trails',
  create: (): TrailStore => ({
    versions: [{ at: Number.NEGATIVE_INFINITY, trails: new Map() }],
  }),
};

const storeOf = (world: World, accountId: string): TrailStore => world.store(store, accountId, 'aws-global');

const EMPTY: Trails = new Map();

/** An account's trails of all Regions, as they are. */
export const trailsOf = (world: World, accountId: string): Trails =>
  storeOf(world, accountId).versions.at(-1)?.trails ?? EMPTY;

/**
 * An account's trails as readers see them: some time behind what was written.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-data-consistency.html
 */
export function trailsSeenBy({ world, accountId }: Call): Trails {
  const newest = world.clock.now() - world.settings.readLagMs;
  return storeOf(world, accountId).versions.findLast(({ at }) => at <= newest)?.trails ?? EMPTY;
}

/** The trails before a call wrote them; undefined when it wrote none. */
export function trailsBefore(call: Call): Trails | undefined {
  const { versions } = storeOf(call.world, call.accountId);
  const written = versions.findLastIndex((version) => version.call === call);
  return written > 0 ? versions[written - 1]?.trails : undefined;
}

export const writeTrail = (call: Call, trail: Trail): void =>
  write(call, new Map(trailsOf(call.world, call.accountId)).set(trail.arn, trail));

export function removeTrail(call: Call, arn: string): void {
  const trails = new Map(trailsOf(call.world, call.accountId));
  trails.delete(arn);
  write(call, trails);
}

function write(call: Call, trails: Trails): void {
  const { world, accountId } = call;
  const account = storeOf(world, accountId);
  const at = world.clock.now();
  const seen = account.versions.findLastIndex((version) => version.at <= at - world.settings.readLagMs);
  const kept = Math.min(Math.max(seen, 0), Math.max(account.versions.length - VERSIONS_FOR_OBSERVERS, 0));
  account.versions = [...account.versions.slice(kept), { at, call, trails }];
}
