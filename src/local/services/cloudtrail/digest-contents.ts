import { createHash } from 'node:crypto';
import type { World } from '../../endpoint/world.ts';
import type { LogDestination } from './destination-access.ts';
import type { CloudTrailRecord } from './record.ts';

/** A delivered log file as a digest lists it. */
export interface DigestedFile {
  readonly s3Bucket: string;
  readonly s3Object: string;
  readonly hashValue: string;
  readonly hashAlgorithm: 'SHA-256';
  readonly newestEventTime: string;
  readonly oldestEventTime: string;
}

/** By the account whose events they hold. */
type FilesByAccount = Map<string, readonly DigestedFile[]>;

/** Files that no digest lists yet, by trail. */
const store = { name: 'cloudtrail.undigested-files', create: () => new Map<string, FilesByAccount>() };

interface DeliveredFile {
  readonly key: string;
  /** What was zipped: hashes are of that. */
  readonly text: string;
  readonly records: readonly CloudTrailRecord[];
}

/** Keeps what the next digest must say of a log file that was delivered. */
export function keepForDigest(
  world: World,
  { trailArn, accountId, bucketName }: LogDestination,
  region: string,
  { key, text, records }: DeliveredFile,
): void {
  const times = records.map(({ eventTime }) => eventTime).sort();
  const file: DigestedFile = {
    s3Bucket: bucketName,
    s3Object: key,
    hashValue: sha256(text),
    hashAlgorithm: 'SHA-256',
    newestEventTime: times.at(-1) ?? '',
    oldestEventTime: times[0] ?? '',
  };
  const files = undigestedFiles(world, trailArn, region);
  files.set(accountId, [...(files.get(accountId) ?? []), file]);
}

/** The files that the next digests list. Whoever wrote the digest of an account takes its files away. */
export function undigestedFiles(world: World, trailArn: string, region: string): FilesByAccount {
  const trails = world.store(store, 'all-accounts', region);
  const files = trails.get(trailArn) ?? new Map();
  trails.set(trailArn, files);
  return files;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
