import type { Call } from '../../endpoint/operation.ts';
import { accessDenied } from '../s3/s3-error.ts';

/** @throws ServiceError `AccessDenied` for an account that is not the caller's */
export function checkOwnAccount(accountId: string | undefined, call: Call): void {
  if (accountId !== call.accountId) throw accessDenied();
}
