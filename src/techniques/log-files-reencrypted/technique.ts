import type { JsonObject } from '../../domain/json.ts';
import { findLogFile, headerOf, isByCloudTrail, isForeignKey } from '../../domain/request/bucket-request.ts';
import { quote } from '../../domain/request/trail-request.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const logFilesReencrypted: Technique = {
  id: 's3.log-files-reencrypted',
  catalogue: ['CT-56'],
  severity: 'critical',
  done: 'encrypted log files with a foreign key',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['CopyObject', 'PutObject'], isDataPlane: true }],
  drift: [],
  request: findForeignEncryption,
  restore: [],
  lost: 'The files, unless the bucket has versions, a replica or another copy of them.',
  toDo: 'Copy the version before it back from the bucket’s versions or a replica; nobody else can decrypt it.',
};

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html */
const SENT_KEY = 'x-amz-server-side-encryption-customer-algorithm';
const KMS_KEY = 'x-amz-server-side-encryption-aws-kms-key-id';

function findForeignEncryption(request: JsonObject, { actor, accountId }: ApiCall): string | null {
  if (!findLogFile(request) || isByCloudTrail(actor)) return null;
  const [algorithm, key] = [headerOf(request, SENT_KEY), headerOf(request, KMS_KEY)];
  if (algorithm) return `${SENT_KEY} is ${quote(algorithm)}`;
  return key && isForeignKey(key, accountId) ? `${KMS_KEY} is ${quote(key)}` : null;
}
