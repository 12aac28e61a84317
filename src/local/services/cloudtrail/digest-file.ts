import { sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { World } from '../../endpoint/world.ts';
import { type LogDestination, logPrefixOf } from './destination-access.ts';
import { type DigestedFile, sha256 } from './digest-contents.ts';
import { putLogObject } from './put-log-object.ts';
import { toSeconds } from './record.ts';
import { signingKey } from './signing-key.ts';

/** What a digest says of the one before it, so that none can be taken out of the chain. */
export interface PreviousDigest {
  readonly s3Bucket: string;
  readonly s3Object: string;
  readonly hashValue: string;
  readonly signature: string;
}

interface Digest {
  readonly files: readonly DigestedFile[];
  readonly startAt: number;
  readonly endAt: number;
  readonly previous: PreviousDigest | undefined;
}

type Written = { readonly digest: PreviousDigest } | { readonly error: string | undefined };

/**
 * Writes and signs the digest of the log files that were delivered since the last one.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html
 */
export function writeDigest(
  world: World,
  destination: LogDestination,
  region: string,
  digest: Digest,
): Written {
  const { privateKey, fingerprint } = signingKey(world, region);
  const key = digestKey(destination, region, digest.endAt);
  const end = toSeconds(digest.endAt);
  const text = JSON.stringify(contents(destination, key, fingerprint, digest));
  const hashValue = sha256(text);
  const path = `${destination.bucketName}/${key}`;
  const signed = [end, path, hashValue, digest.previous?.signature ?? 'null'].join('\n');
  const signature = sign('sha256', Buffer.from(signed), privateKey).toString('hex');
  const metadata = { signature, 'signature-algorithm': 'SHA256withRSA' };
  const written = putLogObject(
    world,
    destination,
    { key, body: gzipSync(text), metadata },
    'CloudTrail-Digest',
  );
  if (!written.key) return { error: written.error };
  return { digest: { s3Bucket: destination.bucketName, s3Object: key, hashValue, signature } };
}

function contents(destination: LogDestination, key: string, fingerprint: string, digest: Digest) {
  const { files, startAt, endAt, previous } = digest;
  const newest = files.map(({ newestEventTime }) => newestEventTime).sort();
  const oldest = files.map(({ oldestEventTime }) => oldestEventTime).sort();
  return {
    awsAccountId: destination.accountId,
    digestStartTime: toSeconds(startAt),
    digestEndTime: toSeconds(endAt),
    digestS3Bucket: destination.bucketName,
    digestS3Object: key,
    digestPublicKeyFingerprint: fingerprint,
    digestSignatureAlgorithm: 'SHA256withRSA',
    newestEventTime: newest.at(-1) ?? null,
    oldestEventTime: oldest[0] ?? null,
    previousDigestS3Bucket: previous?.s3Bucket ?? null,
    previousDigestS3Object: previous?.s3Object ?? null,
    previousDigestHashValue: previous?.hashValue ?? null,
    previousDigestHashAlgorithm: previous ? 'SHA-256' : null,
    previousDigestSignature: previous?.signature ?? null,
    logFiles: files,
  };
}

/** Digests of all Regions lie in one bucket and name the trail and its home Region. */
function digestKey(destination: LogDestination, region: string, at: number): string {
  const time = toSeconds(at);
  const [year, month, day] = time.slice(0, 10).split('-');
  const [, , , home, , trail = ''] = destination.trailArn.split(':');
  const name = trail.replace('trail/', '');
  return (
    `${logPrefixOf(destination)}CloudTrail-Digest/${region}/${year}/${month}/${day}/` +
    `${destination.accountId}_CloudTrail-Digest_${region}_${name}_${home}_${time.replace(/[-:]/g, '')}.json.gz`
  );
}
