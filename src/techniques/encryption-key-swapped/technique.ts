import { parseArn } from '../../domain/arn.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';
import { quote } from '../../domain/trail-request.ts';

export const encryptionKeySwapped: Technique = {
  id: 'cloudtrail.encryption-key-swapped',
  catalogue: ['CT-07'],
  severity: 'critical',
  done: 'set a KMS key of another account',
  eventSource: 'cloudtrail.amazonaws.com',
  eventNames: ['UpdateTrail'],
  drift: 'trail.KmsKeyId',
  request: findForeignKey,
  actions: { read: [], restore: [] },
};

/** A key of this account may be the first one, which strengthens; of another account's key its owner decides who reads. */
function findForeignKey({ kmsKeyId }: JsonObject, { accountId }: ApiCall): string | null {
  if (typeof kmsKeyId !== 'string') return null;
  const key = parseArn(kmsKeyId);
  return key && accountId && key.accountId !== accountId ? `kmsKeyId is ${quote(kmsKeyId)}` : null;
}
