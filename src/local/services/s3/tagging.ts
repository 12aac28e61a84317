import type {
  DeleteBucketTaggingRequest,
  GetBucketTaggingOutput,
  GetBucketTaggingRequest,
  PutBucketTaggingRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';

const MAX_TAGS = 50;

export const PutBucketTagging: Operation<PutBucketTaggingRequest, void> = (input, call) => {
  const { settings } = accessBucket(input.Bucket, call);
  const tags = input.Tagging?.TagSet ?? [];
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length) {
    throw new ServiceError('InvalidTag', 'Cannot provide multiple Tags with the same key');
  }
  if (tags.length > MAX_TAGS) {
    throw new ServiceError('BadRequest', `Bucket tag count cannot be greater than ${MAX_TAGS}`);
  }
  settings.tagging = tags;
};

export const GetBucketTagging: Operation<GetBucketTaggingRequest, GetBucketTaggingOutput> = (input, call) => {
  const { tagging } = accessBucket(input.Bucket, call).settings;
  if (tagging?.length) return { TagSet: tagging };
  throw new ServiceError('NoSuchTagSet', 'The TagSet does not exist', 404);
};

export const DeleteBucketTagging: Operation<DeleteBucketTaggingRequest, void> = (input, call) => {
  accessBucket(input.Bucket, call).settings.tagging = undefined;
};
