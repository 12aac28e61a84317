import type { Caller } from '../../endpoint/caller.ts';
import type { CallRequest } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { isBlocked } from './account-public-access-block.ts';
import type { Bucket } from './bucket.ts';
import { contextOf, principalOf } from './requester.ts';
import { decide, isPublicPolicy, type PolicyRequest } from './resource-policy.ts';
import { accessDenied } from './s3-error.ts';

type Permission = Pick<PolicyRequest, 'action' | 'resource'>;

/** What the owner account's root may do even if the policy denies it, and what no other account ever may. */
const POLICY_ACTIONS = ['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy'];

/**
 * Lets callers of a bucket's own account in unless its policy denies it, those of other accounts only if it allows it.
 * What an access control list would grant to others is not counted.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 * @throws ServiceError `AccessDenied`, `MethodNotAllowed`
 */
export function authorizeOnBucket(
  bucket: Bucket,
  permission: Permission,
  { input, call }: CallRequest,
): void {
  const { caller } = call;
  const isOwn = caller.accountId === bucket.accountId;
  const isPolicyAction = POLICY_ACTIONS.includes(permission.action);
  if (isOwn && caller.type === 'Root' && isPolicyAction) return;
  const decision = decide(bucket.settings.policy, {
    ...permission,
    principal: principalOf(caller),
    context: new Map([...contextOf(call), ...requestContext(input, bucket)]),
  });
  if (decision === 'denied')
    throw denied(bucket, permission, caller, 'with an explicit deny in a resource-based policy');
  if (isOwn) return;
  const why = `because no resource-based policy allows the ${permission.action} action`;
  if (decision !== 'allowed' || isClosedToOthers(call.world, bucket))
    throw denied(bucket, permission, caller, why);
  if (isPolicyAction) throw notAllowed();
}

/** Members of requests that policies of buckets can ask about. */
const conditionKeys = new Map([
  ['ACL', 's3:x-amz-acl'],
  ['ServerSideEncryption', 's3:x-amz-server-side-encryption'],
  ['SSEKMSKeyId', 's3:x-amz-server-side-encryption-aws-kms-key-id'],
  ['SSECustomerAlgorithm', 's3:x-amz-server-side-encryption-customer-algorithm'],
  ['CopySource', 's3:x-amz-copy-source'],
  ['ObjectOwnership', 's3:x-amz-object-ownership'],
  ['Prefix', 's3:prefix'],
  ['VersionId', 's3:VersionId'],
]);

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys */
const requestContext = (input: unknown, { accountId }: Bucket): readonly (readonly [string, string])[] => [
  ['s3:ResourceAccount', accountId],
  ['aws:ResourceAccount', accountId],
  ...Object.entries(Object(input)).flatMap(([member, value]) => {
    const key = conditionKeys.get(member);
    return key && value !== undefined ? [[key, String(value)] as const] : [];
  }),
];

/** A bucket whose policy is public is for its own account alone while public buckets are restricted. */
const isClosedToOthers = (world: World, bucket: Bucket): boolean =>
  isBlocked(world, bucket, 'RestrictPublicBuckets') && isPublicPolicy(bucket.settings.policy ?? '');

const denied = ({ region }: Bucket, { action, resource }: Permission, { arn }: Caller, why: string) =>
  accessDenied(
    `User: ${arn} is not authorized to perform: ${action} on resource: "${resource}" ${why}`,
    region,
  );

const notAllowed = () =>
  new ServiceError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
