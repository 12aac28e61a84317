import { ServiceError } from '../../endpoint/service-error.ts';
import type { Bucket, ObjectContent, ObjectVersion } from './bucket.ts';
import { describeEncryption } from './object-encryption.ts';

interface Asked {
  readonly Key: string | undefined;
  readonly VersionId?: string | undefined;
}

export interface FoundObject {
  readonly version: ObjectVersion;
  readonly content: ObjectContent;
}

/**
 * The newest version of an object, or the one asked for.
 * @throws ServiceError `NoSuchKey`, `NoSuchVersion`, `MethodNotAllowed` for a delete marker
 */
export function findObject(bucket: Bucket, { Key = '', VersionId }: Asked): FoundObject {
  const versions = bucket.objects.get(Key) ?? [];
  const version = VersionId ? versions.find(({ versionId }) => versionId === VersionId) : versions[0];
  if (version?.content) return { version, content: version.content };
  if (!VersionId) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
  if (!version) throw new ServiceError('NoSuchVersion', 'The specified version does not exist.', 404);
  throw new ServiceError(
    'MethodNotAllowed',
    'The specified method is not allowed against this resource.',
    405,
  );
}

/** What GetObject and HeadObject both say of an object. */
export const describeObject = (bucket: Bucket, { version, content }: FoundObject) => ({
  ContentLength: content.body.byteLength,
  ContentType: content.contentType,
  ETag: content.etag,
  LastModified: new Date(version.modifiedAt),
  Metadata: { ...content.metadata },
  VersionId: versionIdFor(bucket, version),
  AcceptRanges: 'bytes',
  ...describeEncryption(content.encryption),
  ...(version.tags?.length && { TagCount: version.tags.length }),
  ...(version.retention && {
    ObjectLockMode: version.retention.Mode,
    ObjectLockRetainUntilDate: version.retention.RetainUntilDate,
  }),
});

/** Version ids are told only once a bucket has had versioning. */
export const versionIdFor = ({ settings }: Bucket, { versionId }: ObjectVersion): string | undefined =>
  settings.versioning ? versionId : undefined;
