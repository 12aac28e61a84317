import { secretOf } from '../services/iam/access-keys.ts';
import type { Keys } from './start.ts';

const keys = (userName: string, accessKeyId: string): Keys => ({
  userName,
  accessKeyId,
  secretAccessKey: secretOf(accessKeyId),
});

/** The users of a freshly started embedded AWS. Their keys are the first it issues, and always the same. */
export const operatorKeys = keys('operator', 'AKIAEMBEDDED00000000');
export const attackerKeys = keys('mallory', 'AKIAEMBEDDED00000001');
export const strangerKeys = keys('stranger', 'AKIAEMBEDDED00000002');
