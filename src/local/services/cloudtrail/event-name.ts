/**
 * Lambda's operations that carry a date in their records.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
 */
const lambdaNames = new Map([
  ['AddPermission', 'AddPermission20150331v2'],
  ['CreateAlias', 'CreateAlias20150331'],
  ['CreateEventSourceMapping', 'CreateEventSourceMapping20150331'],
  ['CreateFunction', 'CreateFunction20150331'],
  ['DeleteAlias', 'DeleteAlias20150331'],
  ['DeleteEventSourceMapping', 'DeleteEventSourceMapping20150331'],
  ['DeleteFunction', 'DeleteFunction20150331'],
  ['DeleteFunctionConcurrency', 'DeleteFunctionConcurrency20171031'],
  ['GetAlias', 'GetAlias20150331'],
  ['GetFunction', 'GetFunction20150331v2'],
  ['GetFunctionConfiguration', 'GetFunctionConfiguration20150331v2'],
  ['GetPolicy', 'GetPolicy20150331v2'],
  ['ListEventSourceMappings', 'ListEventSourceMappings20150331'],
  ['ListFunctions', 'ListFunctions20150331'],
  ['ListTags', 'ListTags20170331'],
  ['ListVersionsByFunction', 'ListVersionsByFunction20150331'],
  ['PublishLayerVersion', 'PublishLayerVersion20181031'],
  ['PublishVersion', 'PublishVersion20150331'],
  ['PutFunctionConcurrency', 'PutFunctionConcurrency20171031'],
  ['RemovePermission', 'RemovePermission20150331v2'],
  ['TagResource', 'TagResource20170331v2'],
  ['UntagResource', 'UntagResource20170331v2'],
  ['UpdateAlias', 'UpdateAlias20150331'],
  ['UpdateEventSourceMapping', 'UpdateEventSourceMapping20150331'],
  ['UpdateFunctionCode', 'UpdateFunctionCode20150331v2'],
  ['UpdateFunctionConfiguration', 'UpdateFunctionConfiguration20150331v2'],
]);

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html */
const s3Names = new Map([
  ['DeletePublicAccessBlock', 'DeleteBucketPublicAccessBlock'],
  ['GetBucketAccelerateConfiguration', 'GetAccelerateConfiguration'],
  ['GetBucketLifecycleConfiguration', 'GetBucketLifecycle'],
  ['GetBucketNotificationConfiguration', 'GetBucketNotification'],
  ['GetObjectLockConfiguration', 'GetBucketObjectLockConfiguration'],
  ['GetPublicAccessBlock', 'GetBucketPublicAccessBlock'],
  ['ListObjectsV2', 'ListObjects'],
  ['PutBucketAccelerateConfiguration', 'PutAccelerateConfiguration'],
  ['PutBucketLifecycleConfiguration', 'PutBucketLifecycle'],
  ['PutBucketNotificationConfiguration', 'PutBucketNotification'],
  // No published record of it is known; the name follows the one of its read.
  ['PutObjectLockConfiguration', 'PutBucketObjectLockConfiguration'],
  ['PutPublicAccessBlock', 'PutBucketPublicAccessBlock'],
]);

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html#cloudtrail-account-level-tracking */
const s3ControlNames = new Map([
  ['DeletePublicAccessBlock', 'DeleteAccountPublicAccessBlock'],
  ['GetPublicAccessBlock', 'GetAccountPublicAccessBlock'],
  ['PutPublicAccessBlock', 'PutAccountPublicAccessBlock'],
]);

const names = new Map([
  ['lambda', lambdaNames],
  ['s3', s3Names],
  ['s3control', s3ControlNames],
]);

/** The name under which CloudTrail records an operation. */
export const eventNameOf = (service: string, operation: string): string =>
  names.get(service)?.get(operation) ?? operation;

/** The service that CloudTrail records an operation of: S3 Control is S3 to it. */
export const eventSourceOf = (service: string): string =>
  `${service === 's3control' ? 's3' : service}.amazonaws.com`;
