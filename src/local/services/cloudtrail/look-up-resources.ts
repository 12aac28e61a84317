import type { Resource } from '@aws-sdk/client-cloudtrail';
import type { CloudTrailRecord } from './record.ts';

/** Where a service's records name the resource that event history finds them by. */
const places = new Map<string, { readonly type: string; readonly parameters: readonly string[] }>([
  [
    'cloudtrail.amazonaws.com',
    { type: 'AWS::CloudTrail::Trail', parameters: ['name', 'trailName', 'resourceId'] },
  ],
  ['s3.amazonaws.com', { type: 'AWS::S3::Bucket', parameters: ['bucketName'] }],
  ['kms.amazonaws.com', { type: 'AWS::KMS::Key', parameters: ['keyId', 'targetKeyId'] }],
  ['iam.amazonaws.com', { type: 'AWS::IAM::Role', parameters: ['roleName'] }],
  ['lambda.amazonaws.com', { type: 'AWS::Lambda::Function', parameters: ['functionName'] }],
]);

/** The resources event history lists with a record: keys also by their ARN, however they were called. */
export function lookUpResources({
  eventSource,
  requestParameters,
  resources = [],
}: CloudTrailRecord): Resource[] {
  const place = places.get(eventSource);
  const values = place?.parameters.map((name) => requestParameters?.[name]) ?? [];
  const arns = eventSource === 'kms.amazonaws.com' ? resources.map(({ ARN }) => ARN) : [];
  return [...new Set([...values, ...arns])].flatMap((value) =>
    typeof value === 'string' ? [{ ResourceType: place?.type, ResourceName: value }] : [],
  );
}
