import type { Call, CallRequest } from '../../endpoint/operation.ts';
import { noteForRecord } from '../../endpoint/record-notes.ts';
import { lookUpKey } from './find-key.ts';
import type { Key } from './key.ts';
import { authorizeOnKey } from './key-access.ts';

/** Who may list aliases is the account's to say, and who may retire a grant the grant's. */
const NOT_ASKED = ['ListAliases', 'RetireGrant'];

/** Asks the policies of all keys that a call names, and of the key that an alias it changes or deletes stands for. */
export function guardKeys({ service, operation, input, call }: CallRequest): void {
  if (service !== 'kms') return;
  const { KeyId, TargetKeyId, AliasName } = Object(input) as Readonly<Record<string, string | undefined>>;
  const known = (reference: string | undefined) => reference && lookUpKey(call.world, reference, call);
  const keys = [known(KeyId), known(TargetKeyId), known(AliasName)].filter((key) => typeof key === 'object');
  noteKeys(call, keys, AliasName);
  if (NOT_ASKED.includes(operation)) return;
  for (const key of keys) authorizeOnKey(key, `kms:${operation}`, call);
}

/** Records list the key and the alias; of two keys the one that is meant from now on. */
export function noteKeys(call: Call, [key]: readonly Key[], aliasName?: string): void {
  if (!key) return;
  const { accountId, arn } = key;
  const resource = (ARN: string) => ({ accountId, type: 'AWS::KMS::Key', ARN });
  const alias = aliasName && arn.replace(/key\/.*$/, aliasName);
  noteForRecord(call, { resources: [...(alias ? [resource(alias)] : []), resource(arn)] });
}
