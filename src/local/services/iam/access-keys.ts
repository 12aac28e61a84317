import { createHash } from 'node:crypto';
import type { Store, World } from '../../endpoint/world.ts';

/** An access key and whose it is. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly accountId: string;
  readonly createdAt: number;
  readonly owner: KeyOwner;
  /** Temporary keys only. */
  readonly sessionToken?: string;
  /** Milliseconds since the epoch; a function's session has no end, it is renewed out of sight. */
  readonly expiresAt?: number;
}

export type KeyOwner =
  | { readonly type: 'user'; readonly name: string; readonly id: string }
  | {
      readonly type: 'role';
      readonly name: string;
      readonly id: string;
      readonly sessionName: string;
      readonly sourceFunctionArn?: string;
    };

interface AccessKeys {
  readonly byId: Map<string, AccessKey>;
  issued: number;
}

const accessKeys: Store<AccessKeys> = {
  name: 'iam-access-keys',
  create: () => ({ byId: new Map(), issued: 0 }),
};

/** All accounts' keys in one table: a key is what tells the account. */
export const accessKeysOf = (world: World): AccessKeys =>
  world.store(accessKeys, 'every-account', 'aws-global');

/**
 * Makes a key that no real account accepts: AWS's key ids are written in the letters A to Z and the digits 2 to 7, so the
 * zeros in these exist nowhere else.
 */
export function issueKey(
  world: World,
  key: Omit<AccessKey, 'accessKeyId' | 'secretAccessKey' | 'createdAt'>,
): AccessKey {
  const keys = accessKeysOf(world);
  const number = String(keys.issued++).padStart(8, '0');
  const accessKeyId = `${key.sessionToken ? 'ASIA' : 'AKIA'}EMBEDDED${number}`;
  const secretAccessKey = secretOf(accessKeyId);
  const issued = { ...key, accessKeyId, secretAccessKey, createdAt: world.clock.now() };
  keys.byId.set(issued.accessKeyId, issued);
  return issued;
}

/**
 * The secret of a key follows from its id, so that another process on this machine can attack the embedded AWS without
 * being told: there is nothing behind it that a secret would protect.
 */
export const secretOf = (accessKeyId: string): string =>
  createHash('sha256').update(`embedded AWS ${accessKeyId}`).digest('base64').slice(0, 40);

/** A user's own keys, not the temporary ones of a role. */
export const accessKeysOfUser = (world: World, userId: string): readonly AccessKey[] =>
  [...accessKeysOf(world).byId.values()].filter(({ owner }) => owner.type === 'user' && owner.id === userId);
