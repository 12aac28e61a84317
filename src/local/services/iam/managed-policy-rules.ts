import { ServiceError } from '../../endpoint/service-error.ts';
import { parsePolicy } from './policy/parse-policy.ts';

/** White space is not counted. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MAX_CHARACTERS = 6144;
export const MAX_VERSIONS = 5;

/** @throws ServiceError MalformedPolicyDocument, LimitExceeded */
export function checkManagedPolicy(document: string): void {
  parsePolicy(document, 'identity');
  if (document.replace(/\s/g, '').length > MAX_CHARACTERS) {
    throw limitExceeded(`Cannot exceed quota for PolicySize: ${MAX_CHARACTERS}`);
  }
}

export const limitExceeded = (message: string) => new ServiceError('LimitExceededException', message, 409);

export const deleteConflict = (message: string) => new ServiceError('DeleteConflictException', message, 409);
