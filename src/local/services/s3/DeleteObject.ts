import type { DeleteObjectOutput, DeleteObjectRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { accessBucket } from './access-bucket.ts';
import type { Bucket } from './bucket.ts';
import { type Actor, actorOf, tellObjectDeleted } from './object-event.ts';
import { checkNotRetained } from './object-retention.ts';
import { addVersion } from './store-object.ts';

export const DeleteObject: Operation<DeleteObjectRequest, DeleteObjectOutput> = (input, call) =>
  deleteObject(call.world, accessBucket(input.Bucket, call), input, actorOf(call, 'DeleteObject'));

interface Deleted {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly BypassGovernanceRetention?: boolean | undefined;
}

/**
 * Deletes an object, or one version of it for good. In a bucket with versioning an object without a version
 * named only gets a delete marker. To delete what is not there is no error.
 * @throws ServiceError `AccessDenied` for a version that is retained
 */
export function deleteObject(
  world: World,
  bucket: Bucket,
  deleted: Deleted,
  actor: Actor,
): DeleteObjectOutput {
  const { Key: key = '', VersionId } = deleted;
  if (VersionId) return deleteVersion(world, bucket, { ...deleted, Key: key, VersionId }, actor);
  if (bucket.settings.versioning) {
    const { versionId } = addVersion(world, bucket, key, {});
    tellObjectDeleted(world, bucket, { key, versionId }, { ...actor, deletionType: 'Delete Marker Created' });
    return { DeleteMarker: true, VersionId: versionId };
  }
  if (bucket.objects.delete(key)) tellGone(world, bucket, { key, versionId: 'null' }, actor);
  return {};
}

function deleteVersion(
  world: World,
  bucket: Bucket,
  { Key: key, VersionId: versionId, BypassGovernanceRetention }: Deleted & { Key: string; VersionId: string },
  actor: Actor,
): DeleteObjectOutput {
  const versions = bucket.objects.get(key) ?? [];
  const deleted = versions.find((version) => version.versionId === versionId);
  checkNotRetained(deleted?.retention, world.clock.now(), BypassGovernanceRetention);
  const kept = versions.filter((version) => version !== deleted);
  if (kept.length > 0) bucket.objects.set(key, kept);
  else bucket.objects.delete(key);
  if (deleted) tellGone(world, bucket, { key, versionId }, actor);
  return { VersionId: versionId, ...(deleted && !deleted.content && { DeleteMarker: true }) };
}

const tellGone = (
  world: World,
  bucket: Bucket,
  object: Parameters<typeof tellObjectDeleted>[2],
  actor: Actor,
): void => tellObjectDeleted(world, bucket, object, { ...actor, deletionType: 'Permanently Deleted' });
