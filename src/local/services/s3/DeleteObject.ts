import type { DeleteObjectOutput, DeleteObjectRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { accessBucket } from './access-bucket.ts';
import type { Bucket } from './bucket.ts';
import { addVersion } from './store-object.ts';

export const DeleteObject: Operation<DeleteObjectRequest, DeleteObjectOutput> = (input, call) =>
  deleteObject(call.world, accessBucket(input.Bucket, call), input);

interface Deleted {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
}

/**
 * Deletes an object, or one version of it for good. In a bucket with versioning an object without a version
 * named only gets a delete marker. To delete what is not there is no error.
 */
export function deleteObject(
  world: World,
  bucket: Bucket,
  { Key = '', VersionId }: Deleted,
): DeleteObjectOutput {
  if (VersionId) return deleteVersion(bucket, Key, VersionId);
  if (bucket.settings.versioning) {
    const { versionId } = addVersion(world, bucket, Key, {});
    return { DeleteMarker: true, VersionId: versionId };
  }
  bucket.objects.delete(Key);
  return {};
}

function deleteVersion({ objects }: Bucket, key: string, versionId: string): DeleteObjectOutput {
  const versions = objects.get(key) ?? [];
  const deleted = versions.find((version) => version.versionId === versionId);
  const kept = versions.filter((version) => version !== deleted);
  if (kept.length > 0) objects.set(key, kept);
  else objects.delete(key);
  return { VersionId: versionId, ...(deleted && !deleted.content && { DeleteMarker: true }) };
}
