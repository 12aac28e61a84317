import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { World } from '../../endpoint/world.ts';

/** What CloudTrail signs digests with in one Region. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  /** DER of PKCS #1. */
  readonly publicKey: Buffer;
  readonly fingerprint: string;
  readonly validFrom: number;
}

const store = { name: 'cloudtrail.signing-keys', create: (): SigningKey[] => [] };

/** The keys of a Region: none before its first digest. All accounts' digests are signed with them. */
export const signingKeysOf = (world: World, region: string): SigningKey[] =>
  world.store(store, 'all-accounts', region);

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html */
export function signingKey(world: World, region: string): SigningKey {
  const keys = signingKeysOf(world, region);
  const [known] = keys;
  if (known) return known;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'pkcs1', format: 'der' });
  const fingerprint = createHash('md5').update(der).digest('hex');
  const made = { privateKey, publicKey: der, fingerprint, validFrom: world.clock.now() };
  keys.push(made);
  return made;
}
