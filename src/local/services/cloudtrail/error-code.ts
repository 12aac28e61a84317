import type { FinishedCall } from '../../endpoint/operation.ts';

/** Errors that CloudTrail records under another code than the API answers with. */
const recordedCodes = new Map([
  ['AccessDeniedException', 'AccessDenied'],
  ['AuthorizationError', 'AccessDenied'],
  ['DeleteConflict', 'DeleteConflictException'],
  ['EntityAlreadyExists', 'EntityAlreadyExistsException'],
  ['NoSuchEntity', 'NoSuchEntityException'],
]);

/** A record's `errorCode`; undefined for a call that succeeded. EC2 says who was at fault: here always the client. */
export function errorCodeOf({ service, error }: FinishedCall): string | undefined {
  if (!error) return undefined;
  if (service === 'ec2') return `Client.${error.code}`;
  return recordedCodes.get(error.code) ?? error.code;
}
