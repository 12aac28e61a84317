import { parseArn } from '../../domain/arn.ts';
import { canonicalPart } from '../../domain/canonical/part.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { PartName } from '../../domain/parts.ts';
import type { DependencyOwner } from '../../domain/ports.ts';
import { type PartsRead, readPart } from '../../domain/snapshot.ts';
import { orNullFor } from '../aws-error.ts';
import type { CallAws } from '../call-aws.ts';
import { readPages } from '../read-pages.ts';
import { absent, elsewhere } from './unread.ts';

const NAMES: readonly PartName[] = ['key', 'key.policy', 'key.rotation', 'key.grants', 'key.aliases'];
const PAGING = { next: 'NextMarker', token: 'Marker' };

/** The parts of a key in this account, by its ARN. */
export async function readKey(
  keyId: string,
  { accountId, trailRegion }: DependencyOwner,
  callAws: CallAws,
): Promise<PartsRead> {
  const arn = parseArn(keyId);
  if (arn && arn.accountId !== accountId)
    return elsewhere(NAMES, `the key belongs to account ${arn.accountId}`);
  const region = arn?.region ?? trailRegion;
  const request = (operation: string, input: JsonObject = {}) =>
    ({ service: 'kms', operation, region, input: { KeyId: keyId, ...input } }) as const;

  const readAll = (operation: string, items: string) =>
    readPages(request(operation), { items, ...PAGING }, callAws);

  const [key, policy, rotation, grants, aliases] = await Promise.all([
    readPart(async () => {
      const answer = await orNullFor(callAws(request('DescribeKey')), ['NotFoundException']);
      return canonicalPart('key', answer?.KeyMetadata);
    }),
    readPart(async () => {
      const { Policy } = await callAws(request('GetKeyPolicy', { PolicyName: 'default' }));
      return canonicalPart('key.policy', Policy);
    }),
    // Asymmetric keys, and those whose material was imported, do not rotate by themselves.
    readPart(async () => {
      const reading = callAws(request('GetKeyRotationStatus'));
      return canonicalPart('key.rotation', await orNullFor(reading, ['UnsupportedOperationException']));
    }),
    readPart(async () => canonicalPart('key.grants', await readAll('ListGrants', 'Grants'))),
    readPart(async () => canonicalPart('key.aliases', await readAll('ListAliases', 'Aliases'))),
  ]);
  if (key.read && key.value === null)
    return absent(NAMES, {
      never: ['key.policy', 'key.grants', 'key.aliases'],
      reason: 'there is no such key',
    });
  return {
    key,
    'key.policy': policy,
    'key.rotation': rotation,
    'key.grants': grants,
    'key.aliases': aliases,
  };
}
