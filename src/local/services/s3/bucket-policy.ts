import type {
  DeleteBucketPolicyRequest,
  GetBucketPolicyOutput,
  GetBucketPolicyRequest,
  GetBucketPolicyStatusOutput,
  GetBucketPolicyStatusRequest,
  PutBucketPolicyRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { matchesWildcard } from '../iam/policy/wildcard.ts';
import { accessBucket } from './access-bucket.ts';
import { isBlocked } from './account-public-access-block.ts';
import { arnOfBucket, type Bucket } from './bucket.ts';
import { isPublicPolicy, type Statement, statementsOf } from './resource-policy.ts';
import { accessDenied } from './s3-error.ts';

// The operations of one sub-resource stand in one file here and in its neighbours: each is a line or three.

const MAX_POLICY_BYTES = 20 * 1024;

export const PutBucketPolicy: Operation<PutBucketPolicyRequest, void> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  const policy = input.Policy ?? '';
  checkPolicy(policy, bucket);
  if (isPublicPolicy(policy) && isBlocked(call.world, bucket, 'BlockPublicPolicy')) {
    throw accessDenied(
      `User: ${call.caller.arn} is not authorized to perform: s3:PutBucketPolicy on resource: ` +
        `"${arnOfBucket(bucket)}" because public policies are prevented by the BlockPublicPolicy setting in S3 ` +
        'Block Public Access.',
    );
  }
  bucket.settings.policy = policy;
};

export const GetBucketPolicy: Operation<GetBucketPolicyRequest, GetBucketPolicyOutput> = (input, call) => ({
  Policy: policyOf(accessBucket(input.Bucket, call)),
});

export const GetBucketPolicyStatus: Operation<GetBucketPolicyStatusRequest, GetBucketPolicyStatusOutput> = (
  input,
  call,
) => ({ PolicyStatus: { IsPublic: isPublicPolicy(policyOf(accessBucket(input.Bucket, call))) } });

export const DeleteBucketPolicy: Operation<DeleteBucketPolicyRequest, void> = (input, call) => {
  accessBucket(input.Bucket, call).settings.policy = undefined;
};

function policyOf({ settings: { policy } }: Bucket): string {
  if (policy !== undefined) return policy;
  throw new ServiceError('NoSuchBucketPolicy', 'The bucket policy does not exist', 404);
}

function checkPolicy(policy: string, bucket: Bucket): void {
  if (Buffer.byteLength(policy) > MAX_POLICY_BYTES) {
    throw new ServiceError('PolicyTooLarge', 'Policies must not be larger than 20 KB.');
  }
  const arn = arnOfBucket(bucket);
  const isForeign = (resource: string) => !matchesWildcard(resource.replace(/\/.*$/s, ''), arn);
  if (statementsOf(policy).flatMap(resourcesOf).some(isForeign)) {
    throw new ServiceError('MalformedPolicy', 'Policy has invalid resource');
  }
}

const resourcesOf = ({ Resource, NotResource }: Statement) => [Resource ?? NotResource ?? []].flat();
