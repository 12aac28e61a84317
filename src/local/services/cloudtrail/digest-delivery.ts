import type { World } from '../../endpoint/world.ts';
import { changeDeliveryStatus } from './delivery-status.ts';
import { undigestedFiles } from './digest-contents.ts';
import { type PreviousDigest, writeDigest } from './digest-file.ts';
import { logDestination } from './log-file.ts';
import type { Trail } from './trail.ts';
import { trailsOf } from './trail-store.ts';

const HOUR_MS = 60 * 60 * 1000;

/** The last digest of each account in one Region. It ends when logging or validation does, and does not heal. */
interface Chain {
  readonly startedAt: number;
  readonly last: Map<string, PreviousDigest & { readonly endAt: number }>;
}

const store = { name: 'cloudtrail.digest-chains', create: () => new Map<string, Chain>() };

/** From now on a trail with log file validation gets a digest every hour, also for hours without log files. */
export function startDigests(world: World, trail: Trail, region: string): void {
  const chains = world.store(store, trail.accountId, region);
  if (!trail.settings.LogFileValidationEnabled || chains.has(trail.id)) return;
  const chain = { startedAt: world.clock.now(), last: new Map() };
  chains.set(trail.id, chain);
  digestLater(world, trail, region, chain);
}

const digestLater = (world: World, trail: Trail, region: string, chain: Chain) =>
  world.clock.after(HOUR_MS, () => deliverDigests(world, trail, region, chain));

/** The last digest of a trail that was stopped covers what was delivered until then. */
function deliverDigests(world: World, { accountId, arn, id }: Trail, region: string, chain: Chain): void {
  const trail = trailsOf(world, accountId).get(arn);
  const isCurrent = trail?.id === id;
  const isValidated = isCurrent && trail.settings.LogFileValidationEnabled;
  if (isValidated) writeDigests(world, trail, region, chain);
  if (isValidated && trail.isLogging) {
    digestLater(world, trail, region, chain);
    return;
  }
  if (isCurrent) undigestedFiles(world, arn, region).clear();
  world.store(store, accountId, region).delete(id);
}

function writeDigests(world: World, trail: Trail, region: string, chain: Chain): void {
  const files = undigestedFiles(world, trail.arn, region);
  const accounts = new Set([trail.accountId, ...chain.last.keys(), ...files.keys()]);
  const errors = [...accounts].map((accountId) =>
    writeAccountDigest(world, trail, region, { accountId, chain }),
  );
  const error = errors.find((code) => code !== undefined);
  changeDeliveryStatus(world, trail, region, {
    LatestDigestDeliveryError: error,
    ...(!error && { LatestDigestDeliveryTime: new Date(world.clock.now()) }),
  });
}

/** @returns S3's error code when the digest was not written: then its files wait for the next */
function writeAccountDigest(
  world: World,
  trail: Trail,
  region: string,
  { accountId, chain }: { readonly accountId: string; readonly chain: Chain },
): string | undefined {
  const files = undigestedFiles(world, trail.arn, region);
  const previous = chain.last.get(accountId);
  const endAt = world.clock.now();
  const written = writeDigest(world, logDestination(world, trail, accountId), region, {
    files: files.get(accountId) ?? [],
    startAt: previous?.endAt ?? chain.startedAt,
    endAt,
    previous,
  });
  if (!('digest' in written)) return written.error;
  chain.last.set(accountId, { ...written.digest, endAt });
  files.delete(accountId);
  return undefined;
}
