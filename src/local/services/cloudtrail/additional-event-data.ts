import type { FinishedCall } from '../../endpoint/operation.ts';
import { recordNotesOf } from '../../endpoint/record-notes.ts';

/** What a record tells beside request and response: S3 how the request was signed, KMS what its parameters leave out. */
export function additionalEventDataOf({
  service,
  call,
}: FinishedCall): Readonly<Record<string, unknown>> | undefined {
  if (service !== 's3' && service !== 's3control') return recordNotesOf(call).additionalEventData;
  return { SignatureVersion: 'SigV4', AuthenticationMethod: 'AuthHeader' };
}
