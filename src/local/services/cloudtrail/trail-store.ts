import type { Call } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { isOrganizationTrail, ownerOfOrganizationTrails } from './organization-trails.ts';
import type { Trail } from './trail.ts';

/** Trails by ARN. */
type Trails = ReadonlyMap<string, Trail>;

/** An account's own trails as one write left them. */
interface Version {
  readonly at: number;
  readonly trails: Trails;
}

interface TrailStore {
  /** Oldest first, never empty. */
  versions: readonly Version[];
}

const store = {
  name: 'cloudtrail.trails',
  create: (): TrailStore => ({
    versions: [{ at: Number.NEGATIVE_INFINITY, trails: new Map() }],
  }),
};

const storeOf = (world: World, accountId: string): TrailStore => world.store(store, accountId, 'aws-global');

const EMPTY: Trails = new Map();

/** The trails that an account owns, of all Regions, as they are. */
export const trailsOf = (world: World, accountId: string): Trails =>
  storeOf(world, accountId).versions.at(-1)?.trails ?? EMPTY;

/** The trails that there are in an account: its own, and its copies of the organization's. */
export const trailsIn = (world: World, accountId: string): Trails =>
  withOrganizationTrails(world, accountId, trailsOf);

/**
 * The trails in an account as readers see them: some time behind what was written.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-data-consistency.html
 */
export const trailsSeenBy = ({ world, accountId }: Call): Trails =>
  withOrganizationTrails(world, accountId, trailsSeenOf);

function trailsSeenOf(world: World, accountId: string): Trails {
  const newest = world.clock.now() - world.settings.readLagMs;
  return storeOf(world, accountId).versions.findLast(({ at }) => at <= newest)?.trails ?? EMPTY;
}

function withOrganizationTrails(
  world: World,
  accountId: string,
  read: (world: World, accountId: string) => Trails,
): Trails {
  const own = read(world, accountId);
  const owner = ownerOfOrganizationTrails(world, accountId);
  if (owner === undefined) return own;
  const shared = [...read(world, owner)].filter(([, trail]) => isOrganizationTrail(world, trail));
  return new Map([...own, ...shared]);
}

export const writeTrail = ({ world }: Call, trail: Trail): void =>
  write(world, trail.accountId, new Map(trailsOf(world, trail.accountId)).set(trail.arn, trail));

export function removeTrail({ world }: Call, { accountId, arn }: Trail): void {
  const trails = new Map(trailsOf(world, accountId));
  trails.delete(arn);
  write(world, accountId, trails);
}

function write(world: World, accountId: string, trails: Trails): void {
  const account = storeOf(world, accountId);
  const at = world.clock.now();
  const seen = account.versions.findLastIndex((version) => version.at <= at - world.settings.readLagMs);
  account.versions = [...account.versions.slice(Math.max(seen, 0)), { at, trails }];
}
