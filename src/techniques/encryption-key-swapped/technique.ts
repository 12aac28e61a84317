import { parseArn } from '../../domain/arn.ts';
import type { JsonObject } from '../../domain/json.ts';
import { quote } from '../../domain/request/trail-request.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const encryptionKeySwapped: Technique = {
  id: 'cloudtrail.encryption-key-swapped',
  catalogue: ['CT-07'],
  severity: 'critical',
  done: 'set another KMS key on the trail',
  subject: 'trail',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['UpdateTrail'] }],
  drift: ['trail.KmsKeyId'],
  isShownBy: ({ actual }) => actual !== null,
  request: findForeignKey,
  restore: ['UpdateTrail'],
  lost: 'Files of that time, when the owner of the other key does not let you decrypt them.',
  toDo: 'Set the approved KMS key on the trail, and copy files of that time while they can still be read.',
};

/** A key of this account may be the first one, which strengthens; of another account's key its owner decides who reads. */
function findForeignKey({ kmsKeyId }: JsonObject, { accountId }: ApiCall): string | null {
  if (typeof kmsKeyId !== 'string') return null;
  const key = parseArn(kmsKeyId);
  return key && accountId && key.accountId !== accountId ? `kmsKeyId is ${quote(kmsKeyId)}` : null;
}
