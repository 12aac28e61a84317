import { createHash, randomBytes } from 'node:crypto';
import type { ObjectLockRetention, Tag } from '@aws-sdk/client-s3';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { type Bucket, bucketsOf, isVersioned, type ObjectEncryption, type ObjectVersion } from './bucket.ts';
import { type Actor, tellObjectCreated } from './object-event.ts';
import { defaultRetention } from './object-lock.ts';

const MAX_KEPT_BYTES = 64 * 1024 * 1024;
const MAX_KEY_BYTES = 1024;

export interface NewObject {
  readonly key: string;
  readonly body: Uint8Array;
  readonly contentType?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** @default AES256 with S3's own keys */
  readonly encryption?: ObjectEncryption | undefined;
  readonly tags?: readonly Tag[] | undefined;
  /** @default what the bucket retains new objects for */
  readonly retention?: ObjectLockRetention | undefined;
}

/**
 * Puts an object into a bucket, as a new version or in the place of the one there is.
 * @throws ServiceError when the key is too long, or all buckets together would hold more than 64 MiB
 */
export function storeObject(world: World, bucket: Bucket, object: NewObject, actor: Actor): ObjectVersion {
  const { key, body } = object;
  if (key === '' || Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new ServiceError('KeyTooLongError', 'Your key is too long');
  }
  if (keptBytes(world) + body.byteLength > MAX_KEPT_BYTES) {
    throw new ServiceError('EntityTooLarge', 'The embedded AWS keeps at most 64 MiB of objects.');
  }
  const content = {
    body,
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
    contentType: object.contentType ?? 'binary/octet-stream',
    metadata: object.metadata ?? {},
    encryption: object.encryption ?? { algorithm: 'AES256' as const },
  };
  const retention = object.retention ?? defaultRetention(bucket, world.clock.now());
  const version = addVersion(world, bucket, key, {
    content,
    ...(object.tags && { tags: object.tags }),
    ...(retention && { retention }),
  });
  tellObjectCreated(world, bucket, { key, version }, actor);
  return version;
}

/** Adds a version or a delete marker on top. Without versioning it takes the place of the `null` version. */
export function addVersion(
  world: World,
  bucket: Bucket,
  key: string,
  contents: Omit<ObjectVersion, 'versionId' | 'modifiedAt'>,
): ObjectVersion {
  const versionId = isVersioned(bucket) ? randomBytes(16).toString('base64url') : 'null';
  const version: ObjectVersion = { versionId, modifiedAt: world.clock.now(), ...contents };
  const earlier = (bucket.objects.get(key) ?? []).filter((other) => other.versionId !== versionId);
  bucket.objects.set(key, [version, ...earlier]);
  return version;
}

function keptBytes(world: World): number {
  let bytes = 0;
  for (const { objects } of bucketsOf(world).values()) {
    for (const versions of objects.values()) {
      for (const { content } of versions) bytes += content?.body.byteLength ?? 0;
    }
  }
  return bytes;
}
