import type { Caller } from '../../endpoint/caller.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { AccessRequest } from './policy/evaluate.ts';

/** Services whose code is not `AccessDeniedException`. */
const codes = new Map([
  ['sns', 'AuthorizationError'],
  ['ec2', 'UnauthorizedOperation'],
  ...['sqs', 's3', 's3control', 'iam', 'sts', 'cloudformation', 'monitoring'].map(
    (name) => [name, 'AccessDenied'] as const,
  ),
]);

/** The RPC protocols in JSON answer 400 to what others answer 403 to. */
const rpcServices = new Set([
  'cloudtrail',
  'config',
  'dynamodb',
  'events',
  'kms',
  'logs',
  'organizations',
  'route53resolver',
  'ssm',
]);

/**
 * A service's form of "access denied".
 * @param why such as `because no identity-based policy allows the s3:GetObject action`
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function accessDenied(
  service: string,
  caller: Caller,
  { action, resource }: AccessRequest,
  why: string,
): ServiceError {
  const what = `${action}${resource === '*' ? '' : ` on resource: ${resource}`}`;
  const code = codes.get(service) ?? 'AccessDeniedException';
  const message = `User: ${caller.arn} is not authorized to perform: ${what} ${why}`;
  const begin = service === 'ec2' ? 'You are not authorized to perform this operation. ' : '';
  return new ServiceError(code, begin + message, rpcServices.has(service) ? 400 : 403);
}
