import { RefusedError } from '../domain/errors.ts';

/** CloudTrail's answers that trying again does not change. */
const REFUSALS: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'InvalidHomeRegionException',
  'NotOrganizationMasterAccountException',
  'OperationNotPermittedException',
  'TrailNotFoundException',
  'UnsupportedOperationException',
]);

/** An error as the domain knows it: a `RefusedError` where AWS said no for good, otherwise the error itself. */
export function toDomainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // The SDK names its errors by AWS's code; the connection without the SDK keeps the code beside the name.
  const code = 'code' in error ? String(error.code) : error.name;
  return REFUSALS.has(code) ? new RefusedError(code, error.message, { cause: error }) : error;
}
