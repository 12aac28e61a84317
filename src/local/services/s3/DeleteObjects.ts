import type { DeletedObject, DeleteObjectsOutput, DeleteObjectsRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import { deleteObject } from './DeleteObject.ts';

const MAX_OBJECTS = 1000;

export const DeleteObjects: Operation<DeleteObjectsRequest, DeleteObjectsOutput> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  const objects = input.Delete?.Objects ?? [];
  if (objects.length === 0 || objects.length > MAX_OBJECTS) {
    throw new ServiceError(
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema',
    );
  }
  const deleted = objects.map(({ Key, VersionId }): DeletedObject => {
    const { DeleteMarker, VersionId: markedOrGone } = deleteObject(call.world, bucket, { Key, VersionId });
    if (!DeleteMarker) return { Key, VersionId };
    return { Key, VersionId, DeleteMarker, DeleteMarkerVersionId: markedOrGone };
  });
  return input.Delete?.Quiet ? {} : { Deleted: deleted };
};
