import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { contextOf } from '../s3/requester.ts';
import { isAllowed, statementsOf } from '../s3/resource-policy.ts';

const MAX_POLICY_BYTES = 32 * 1024;

/** What a key gets when its maker gives no policy: the account decides through IAM. */
export const defaultPolicy = ({ partition, accountId }: Call): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });

interface NewPolicy {
  readonly policy: string;
  readonly keyArn: string;
  readonly bypassLockoutCheck: boolean | undefined;
}

/**
 * Refuses what is no policy, and what would lock its own writer out.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 * @throws ServiceError `MalformedPolicyDocumentException`
 */
export function checkKeyPolicy({ policy, keyArn, bypassLockoutCheck }: NewPolicy, call: Call): void {
  if (Buffer.byteLength(policy) > MAX_POLICY_BYTES) {
    throw new ServiceError('LimitExceededException', 'The key policy is larger than 32 KB.');
  }
  statementsOf(policy, 'MalformedPolicyDocumentException');
  const { caller, accountId } = call;
  const principal = { arn: caller.role?.arn ?? caller.arn, accountId };
  const canPutAgain = isAllowed(policy, {
    principal,
    action: 'kms:PutKeyPolicy',
    resource: keyArn,
    context: contextOf(call),
  });
  if (canPutAgain || bypassLockoutCheck) return;
  throw new ServiceError(
    'MalformedPolicyDocumentException',
    'The new key policy will not allow you to update the key policy in the future.',
  );
}

/** Keys have one policy, and that is its name. */
export function checkPolicyName(name: string | undefined): void {
  if (name === undefined || name === 'default') return;
  throw new ServiceError('NotFoundException', `No such policy exists: ${name}`);
}
