import type { BucketLifecycleConfiguration, LifecycleRule } from '@aws-sdk/client-s3';
import type { Read } from '../shape/index.ts';
import { integer, list, object, text } from '../shape/index.ts';

const rule = object(
  {
    AbortIncompleteMultipartUpload: object({ DaysAfterInitiation: integer }, ['DaysAfterInitiation']),
    ExpirationInDays: integer,
    Id: text,
    NoncurrentVersionExpiration: object({ NewerNoncurrentVersions: integer, NoncurrentDays: integer }, [
      'NoncurrentDays',
    ]),
    Prefix: text,
    Status: text,
    Transitions: list(
      object({ StorageClass: text, TransitionInDays: integer }, ['StorageClass', 'TransitionInDays']),
    ),
  },
  ['Status'],
);

export const lifecycleConfiguration = object({ Rules: list(rule) }, ['Rules']);

/** CloudFormation and S3 write the same rules in different words. */
export const lifecycleOf = ({
  Rules,
}: Read<typeof lifecycleConfiguration>): BucketLifecycleConfiguration => ({
  Rules: Rules.map(
    (written) =>
      ({
        ID: written.Id,
        Status: written.Status as LifecycleRule['Status'],
        Filter: { Prefix: written.Prefix ?? '' },
        AbortIncompleteMultipartUpload: written.AbortIncompleteMultipartUpload,
        Expiration: written.ExpirationInDays === undefined ? undefined : { Days: written.ExpirationInDays },
        NoncurrentVersionExpiration: written.NoncurrentVersionExpiration,
        Transitions: written.Transitions?.map(({ StorageClass, TransitionInDays: Days }) => ({
          StorageClass: StorageClass as 'GLACIER',
          Days,
        })),
      }) satisfies LifecycleRule,
  ),
});
