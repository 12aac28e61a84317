import type { FinishedCall } from '../../endpoint/operation.ts';

/** Errors that CloudTrail records under another code than the API answers with. */
const recordedCodes = new Map([
  ['AccessDeniedException', 'AccessDenied'],
  ['AuthorizationError', 'AccessDenied'],
  ['DeleteConflict', 'DeleteConflictException'],
  ['EntityAlreadyExists', 'EntityAlreadyExistsException'],
  ['NoSuchEntity', 'NoSuchEntityException'],
]);

/** A record's `errorCode`; undefined for a call that succeeded. */
export const errorCodeOf = ({ error }: FinishedCall): string | undefined =>
  error && (recordedCodes.get(error.code) ?? error.code);
