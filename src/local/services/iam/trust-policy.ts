import { ServiceError } from '../../endpoint/service-error.ts';
import { parsePolicy } from './policy/parse-policy.ts';

const MAX_CHARACTERS = 2048;

/**
 * Refuses a trust policy that IAM would not store.
 * @throws ServiceError MalformedPolicyDocument, LimitExceeded
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (role trust policy length)
 */
export function checkTrustPolicy(text: string): void {
  for (const { actions } of parsePolicy(text, 'trust').statements) {
    const isOfSts = actions.patterns.every((action) => action.toLowerCase().startsWith('sts:'));
    if (!isOfSts) throw malformed('AssumeRole policy may only specify STS AssumeRole actions.');
  }
  if (text.replace(/\s/g, '').length <= MAX_CHARACTERS) return;
  throw new ServiceError(
    'LimitExceededException',
    `Cannot exceed quota for ACLSizePerRole: ${MAX_CHARACTERS}`,
    409,
  );
}

const malformed = (message: string) => new ServiceError('MalformedPolicyDocumentException', message);
