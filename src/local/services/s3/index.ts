import type { Service } from '../../endpoint/operation.ts';
import {
  DeleteBucketPolicy,
  GetBucketPolicy,
  GetBucketPolicyStatus,
  PutBucketPolicy,
} from './bucket-policy.ts';
import { CreateBucket } from './CreateBucket.ts';
import { DeleteBucket } from './DeleteBucket.ts';
import { DeleteObject } from './DeleteObject.ts';
import { DeleteObjects } from './DeleteObjects.ts';
import { DeleteBucketEncryption, GetBucketEncryption, PutBucketEncryption } from './encryption.ts';
import { GetBucketAcl } from './GetBucketAcl.ts';
import { GetBucketLocation } from './GetBucketLocation.ts';
import { GetObject } from './GetObject.ts';
import { HeadBucket } from './HeadBucket.ts';
import { HeadObject } from './HeadObject.ts';
import { ListBuckets } from './ListBuckets.ts';
import { ListObjects } from './ListObjects.ts';
import { ListObjectsV2 } from './ListObjectsV2.ts';
import { ListObjectVersions } from './ListObjectVersions.ts';
import {
  DeleteBucketLifecycle,
  GetBucketLifecycleConfiguration,
  PutBucketLifecycleConfiguration,
} from './lifecycle.ts';
import { GetBucketLogging, PutBucketLogging } from './logging.ts';
import {
  GetBucketAccelerateConfiguration,
  GetBucketCors,
  GetBucketNotificationConfiguration,
  GetBucketReplication,
  GetBucketRequestPayment,
  GetBucketWebsite,
  GetObjectLockConfiguration,
} from './not-configured.ts';
import {
  DeleteBucketOwnershipControls,
  GetBucketOwnershipControls,
  PutBucketOwnershipControls,
} from './ownership-controls.ts';
import { PutObject } from './PutObject.ts';
import {
  DeletePublicAccessBlock,
  GetPublicAccessBlock,
  PutPublicAccessBlock,
} from './public-access-block.ts';
import { DeleteBucketTagging, GetBucketTagging, PutBucketTagging } from './tagging.ts';
import { GetBucketVersioning, PutBucketVersioning } from './versioning.ts';

/** S3, as far as a trail's bucket needs it. */
export const s3: Service = {
  name: 's3',
  operations: {
    CreateBucket,
    DeleteBucket,
    DeleteBucketEncryption,
    DeleteBucketLifecycle,
    DeleteBucketOwnershipControls,
    DeleteBucketPolicy,
    DeleteBucketTagging,
    DeleteObject,
    DeleteObjects,
    DeletePublicAccessBlock,
    GetBucketAccelerateConfiguration,
    GetBucketAcl,
    GetBucketCors,
    GetBucketEncryption,
    GetBucketLifecycleConfiguration,
    GetBucketLocation,
    GetBucketLogging,
    GetBucketNotificationConfiguration,
    GetBucketOwnershipControls,
    GetBucketPolicy,
    GetBucketPolicyStatus,
    GetBucketReplication,
    GetBucketRequestPayment,
    GetBucketTagging,
    GetBucketVersioning,
    GetBucketWebsite,
    GetObject,
    GetObjectLockConfiguration,
    GetPublicAccessBlock,
    HeadBucket,
    HeadObject,
    ListBuckets,
    ListObjects,
    ListObjectVersions,
    ListObjectsV2,
    PutBucketEncryption,
    PutBucketLifecycleConfiguration,
    PutBucketLogging,
    PutBucketOwnershipControls,
    PutBucketPolicy,
    PutBucketTagging,
    PutBucketVersioning,
    PutObject,
    PutPublicAccessBlock,
  },
};
