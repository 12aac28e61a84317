import type {
  DeleteObjectTaggingOutput,
  DeleteObjectTaggingRequest,
  GetObjectTaggingOutput,
  GetObjectTaggingRequest,
  PutObjectTaggingOutput,
  PutObjectTaggingRequest,
  Tag,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import { findObject, versionIdFor } from './find-object.ts';

const MAX_TAGS = 10;

export const PutObjectTagging: Operation<PutObjectTaggingRequest, PutObjectTaggingOutput> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  const { version } = findObject(bucket, input);
  version.tags = checkedTags(input.Tagging?.TagSet ?? []);
  return { VersionId: versionIdFor(bucket, version) };
};

export const GetObjectTagging: Operation<GetObjectTaggingRequest, GetObjectTaggingOutput> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  const { version } = findObject(bucket, input);
  return { TagSet: [...(version.tags ?? [])], VersionId: versionIdFor(bucket, version) };
};

export const DeleteObjectTagging: Operation<DeleteObjectTaggingRequest, DeleteObjectTaggingOutput> = (
  input,
  call,
) => {
  const bucket = accessBucket(input.Bucket, call);
  const { version } = findObject(bucket, input);
  version.tags = [];
  return { VersionId: versionIdFor(bucket, version) };
};

/** The tags in the header of a PutObject: `a=b&c=d`. */
export const tagsOfHeader = (text: string | undefined): readonly Tag[] =>
  checkedTags([...new URLSearchParams(text ?? '')].map(([Key, Value]) => ({ Key, Value })));

function checkedTags(tags: readonly Tag[]): readonly Tag[] {
  if (tags.length > MAX_TAGS) {
    throw new ServiceError('BadRequest', `Object tags cannot be greater than ${MAX_TAGS}`);
  }
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length) {
    throw new ServiceError('InvalidTag', 'Cannot provide multiple Tags with the same key');
  }
  return tags;
}
