import { createHash } from 'node:crypto';
import type { Owner } from '@aws-sdk/client-s3';

/** An account's canonical user, as ACLs and listings name it. */
export const ownerOf = (accountId: string): Owner => ({
  ID: createHash('sha256').update(accountId).digest('hex'),
});
