import type { Service } from '../../endpoint/operation.ts';
import { GetBucketAcl, PutBucketAcl } from './bucket-acl.ts';
import {
  DeleteBucketPolicy,
  GetBucketPolicy,
  GetBucketPolicyStatus,
  PutBucketPolicy,
} from './bucket-policy.ts';
import { CopyObject } from './CopyObject.ts';
import { CreateBucket } from './CreateBucket.ts';
import { DeleteBucket } from './DeleteBucket.ts';
import { DeleteObject } from './DeleteObject.ts';
import { DeleteObjects } from './DeleteObjects.ts';
import { DeleteBucketEncryption, GetBucketEncryption, PutBucketEncryption } from './encryption.ts';
import { GetBucketLocation } from './GetBucketLocation.ts';
import { GetObject } from './GetObject.ts';
import { guardBuckets, noteBuckets } from './guard-buckets.ts';
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
import { GetBucketAccelerateConfiguration, GetBucketCors, GetBucketWebsite } from './not-configured.ts';
import { GetBucketNotificationConfiguration, PutBucketNotificationConfiguration } from './notification.ts';
import { GetObjectLockConfiguration, PutObjectLockConfiguration } from './object-lock.ts';
import { GetObjectRetention, PutObjectRetention } from './object-retention.ts';
import { DeleteObjectTagging, GetObjectTagging, PutObjectTagging } from './object-tagging.ts';
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
import { DeleteBucketReplication, GetBucketReplication, PutBucketReplication } from './replication.ts';
import { GetBucketRequestPayment, PutBucketRequestPayment } from './request-payment.ts';
import { DeleteBucketTagging, GetBucketTagging, PutBucketTagging } from './tagging.ts';
import { GetBucketVersioning, PutBucketVersioning } from './versioning.ts';

/** S3, as far as a trail's bucket needs it. */
export const s3: Service = {
  name: 's3',
  operations: {
    CopyObject,
    CreateBucket,
    DeleteBucket,
    DeleteBucketEncryption,
    DeleteBucketLifecycle,
    DeleteBucketOwnershipControls,
    DeleteBucketPolicy,
    DeleteBucketReplication,
    DeleteBucketTagging,
    DeleteObject,
    DeleteObjects,
    DeleteObjectTagging,
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
    GetObjectRetention,
    GetObjectTagging,
    GetPublicAccessBlock,
    HeadBucket,
    HeadObject,
    ListBuckets,
    ListObjects,
    ListObjectsV2,
    ListObjectVersions,
    PutBucketAcl,
    PutBucketEncryption,
    PutBucketLifecycleConfiguration,
    PutBucketLogging,
    PutBucketNotificationConfiguration,
    PutBucketOwnershipControls,
    PutBucketPolicy,
    PutBucketReplication,
    PutBucketRequestPayment,
    PutBucketTagging,
    PutBucketVersioning,
    PutObject,
    PutObjectLockConfiguration,
    PutObjectRetention,
    PutObjectTagging,
    PutPublicAccessBlock,
  },
  start(world) {
    world.guards.unshift(noteBuckets);
    world.guards.push(guardBuckets);
  },
};
