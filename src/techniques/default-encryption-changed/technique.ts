import { asJsonObject, type JsonObject } from '../../domain/json.ts';
import { elementsOf, isForeignKey } from '../../domain/request/bucket-request.ts';
import { quote } from '../../domain/request/trail-request.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const defaultEncryptionChanged: Technique = {
  id: 's3.default-encryption-changed',
  catalogue: ['CT-50'],
  severity: 'high',
  done: 'changed the default encryption of the log bucket',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['PutBucketEncryption', 'DeleteBucketEncryption'] }],
  drift: ['bucket.encryption'],
  request: findForeignKey,
  restore: ['PutBucketEncryption'],
  lost: 'Files of that time, when the owner of the other key does not let you decrypt them.',
  toDo: 'Set the approved default encryption again, and see whether files of that time can be read.',
};

function findForeignKey(
  { ServerSideEncryptionConfiguration }: JsonObject,
  { accountId }: ApiCall,
): string | null {
  const key = elementsOf(asJsonObject(ServerSideEncryptionConfiguration).Rule)
    .map(({ ApplyServerSideEncryptionByDefault: byDefault }) => asJsonObject(byDefault).KMSMasterKeyID)
    .find((id) => isForeignKey(id, accountId));
  return key === undefined ? null : `KMSMasterKeyID is ${quote(String(key))}`;
}
