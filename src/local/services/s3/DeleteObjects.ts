import type { _Error, DeletedObject, DeleteObjectsOutput, DeleteObjectsRequest } from '@aws-sdk/client-s3';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import type { Bucket } from './bucket.ts';
import { deleteObject } from './DeleteObject.ts';
import { actorOf } from './object-event.ts';
import { malformedXml } from './s3-error.ts';

const MAX_OBJECTS = 1000;

type Identifier = NonNullable<NonNullable<DeleteObjectsRequest['Delete']>['Objects']>[number];
type Result = { readonly deleted: DeletedObject } | { readonly error: _Error };

/** What cannot be deleted is told beside what was. */
export const DeleteObjects: Operation<DeleteObjectsRequest, DeleteObjectsOutput> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  const objects = input.Delete?.Objects ?? [];
  if (objects.length === 0 || objects.length > MAX_OBJECTS) throw malformedXml();
  const results = objects.map((object) => tryToDelete(object, bucket, input, call));
  return {
    Deleted: input.Delete?.Quiet
      ? []
      : results.flatMap((result) => ('deleted' in result ? result.deleted : [])),
    Errors: results.flatMap((result) => ('error' in result ? result.error : [])),
  };
};

function tryToDelete(
  { Key, VersionId }: Identifier,
  bucket: Bucket,
  { BypassGovernanceRetention }: DeleteObjectsRequest,
  call: Call,
): Result {
  try {
    const deleted = { Key, VersionId, BypassGovernanceRetention };
    const actor = actorOf(call, 'DeleteObject');
    const { DeleteMarker, VersionId: markedOrGone } = deleteObject(call.world, bucket, deleted, actor);
    if (!DeleteMarker) return { deleted: { Key, VersionId } };
    return { deleted: { Key, VersionId, DeleteMarker, DeleteMarkerVersionId: markedOrGone } };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { error: { Key, VersionId, Code: error.code, Message: error.message } };
  }
}
