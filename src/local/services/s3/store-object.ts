import { createHash, randomBytes } from 'node:crypto';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { type Bucket, bucketsOf, isVersioned, type ObjectVersion } from './bucket.ts';

const MAX_KEPT_BYTES = 64 * 1024 * 1024;
const MAX_KEY_BYTES = 1024;

export interface NewObject {
  readonly key: string;
  readonly body: Uint8Array;
  readonly contentType?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/**
 * Puts an object into a bucket, as a new version or in the place of the one there is.
 * @throws ServiceError when the key is too long, or all buckets together would hold more than 64 MiB
 */
export function storeObject(world: World, bucket: Bucket, object: NewObject): ObjectVersion {
  const { key, body } = object;
  if (key === '' || Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new ServiceError('KeyTooLongError', 'Your key is too long');
  }
  if (keptBytes(world) + body.byteLength > MAX_KEPT_BYTES) {
    throw new ServiceError('EntityTooLarge', 'The embedded AWS keeps at most 64 MiB of objects.');
  }
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const content = {
    body,
    etag,
    contentType: object.contentType ?? 'binary/octet-stream',
    metadata: object.metadata ?? {},
  };
  return addVersion(world, bucket, key, { content });
}

/** Adds a version or a delete marker on top. Without versioning it takes the place of the `null` version. */
export function addVersion(
  world: World,
  bucket: Bucket,
  key: string,
  { content }: Pick<ObjectVersion, 'content'>,
): ObjectVersion {
  const versionId = isVersioned(bucket) ? randomBytes(16).toString('base64url') : 'null';
  const version = { versionId, modifiedAt: world.clock.now(), ...(content && { content }) };
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
