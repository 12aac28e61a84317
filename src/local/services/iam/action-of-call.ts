/** S3's actions are older than its operations' names. */
const s3Actions = new Map([
  ['ListBuckets', 'ListAllMyBuckets'],
  ['HeadBucket', 'ListBucket'],
  ['ListObjects', 'ListBucket'],
  ['ListObjectsV2', 'ListBucket'],
  ['ListObjectVersions', 'ListBucketVersions'],
  ['ListMultipartUploads', 'ListBucketMultipartUploads'],
  ['HeadObject', 'GetObject'],
  ['CopyObject', 'PutObject'],
  ['CreateMultipartUpload', 'PutObject'],
  ['UploadPart', 'PutObject'],
  ['UploadPartCopy', 'PutObject'],
  ['CompleteMultipartUpload', 'PutObject'],
  ['ListParts', 'ListMultipartUploadParts'],
  ['DeleteObjects', 'DeleteObject'],
  ['GetBucketLifecycleConfiguration', 'GetLifecycleConfiguration'],
  ['PutBucketLifecycleConfiguration', 'PutLifecycleConfiguration'],
  ['DeleteBucketLifecycle', 'PutLifecycleConfiguration'],
  ['GetBucketEncryption', 'GetEncryptionConfiguration'],
  ['PutBucketEncryption', 'PutEncryptionConfiguration'],
  ['DeleteBucketEncryption', 'PutEncryptionConfiguration'],
  ['GetBucketReplication', 'GetReplicationConfiguration'],
  ['PutBucketReplication', 'PutReplicationConfiguration'],
  ['DeleteBucketReplication', 'PutReplicationConfiguration'],
  ['GetPublicAccessBlock', 'GetBucketPublicAccessBlock'],
  ['PutPublicAccessBlock', 'PutBucketPublicAccessBlock'],
  ['DeletePublicAccessBlock', 'PutBucketPublicAccessBlock'],
  ['GetBucketNotificationConfiguration', 'GetBucketNotification'],
  ['PutBucketNotificationConfiguration', 'PutBucketNotification'],
  ['GetBucketAccelerateConfiguration', 'GetAccelerateConfiguration'],
  ['PutBucketAccelerateConfiguration', 'PutAccelerateConfiguration'],
  ['GetObjectLockConfiguration', 'GetBucketObjectLockConfiguration'],
  ['PutObjectLockConfiguration', 'PutBucketObjectLockConfiguration'],
  ['DeleteBucketOwnershipControls', 'PutBucketOwnershipControls'],
  ['DeleteBucketTagging', 'PutBucketTagging'],
  ['GetBucketCors', 'GetBucketCORS'],
  ['PutBucketCors', 'PutBucketCORS'],
  ['DeleteBucketCors', 'PutBucketCORS'],
]);

/** S3 Control's actions are S3's too; to take the block away needs the right to put it. */
const s3ControlActions = new Map([
  ['GetPublicAccessBlock', 'GetAccountPublicAccessBlock'],
  ['PutPublicAccessBlock', 'PutAccountPublicAccessBlock'],
  ['DeletePublicAccessBlock', 'PutAccountPublicAccessBlock'],
]);

/** Operations of other services whose action has another name. */
const otherActions = new Map([
  // https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchUpdateFindingsV2.html
  ['securityhub:BatchUpdateFindingsV2', 'BatchUpdateFindings'],
  ['securityhub:GetFindingsV2', 'GetFindings'],
  ['lambda:Invoke', 'InvokeFunction'],
  ['sns:PublishBatch', 'Publish'],
  ['sqs:SendMessageBatch', 'SendMessage'],
  ['sqs:DeleteMessageBatch', 'DeleteMessage'],
  ['sqs:ChangeMessageVisibilityBatch', 'ChangeMessageVisibility'],
]);

/** S3 asks for another action when a call names a version. */
const versionedActions = new Map([
  ['GetObject', 'GetObjectVersion'],
  ['DeleteObject', 'DeleteObjectVersion'],
  ['GetObjectTagging', 'GetObjectVersionTagging'],
  ['PutObjectTagging', 'PutObjectVersionTagging'],
  ['DeleteObjectTagging', 'DeleteObjectVersionTagging'],
]);

/**
 * The IAM action that a call needs: mostly the signing name and the operation.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function actionOfCall(service: string, operation: string, input: unknown): string {
  if (service === 's3') return `s3:${s3Action(operation, input)}`;
  if (service === 's3control') return `s3:${s3ControlActions.get(operation) ?? operation}`;
  const prefix = service === 'monitoring' ? 'cloudwatch' : service;
  return `${prefix}:${otherActions.get(`${service}:${operation}`) ?? operation}`;
}

function s3Action(operation: string, input: unknown): string {
  const action = s3Actions.get(operation) ?? operation;
  const { VersionId: version } = Object(input) as { VersionId?: string };
  return version === undefined ? action : (versionedActions.get(action) ?? action);
}
