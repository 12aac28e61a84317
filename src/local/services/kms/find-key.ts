import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { type Key, keyStoreIn, regionOf } from './key.ts';

const ARN = /^arn:[^:]+:kms:([^:]+):(\d{12}):(key\/[^/]+|alias\/.+)$/;
const ALIAS = /^(arn:.*:)?alias\//;

interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** The key meant by an id, a key ARN, an alias or an alias ARN; ids and bare aliases are looked up in `place`. */
export function lookUpKey(world: World, reference: string, place: Place): Key | undefined {
  const [, region = place.region, accountId = place.accountId, resource = reference] =
    ARN.exec(reference) ?? [];
  const { keys, aliases } = keyStoreIn(world, accountId, region);
  const id = resource.startsWith('alias/') ? aliases.get(resource)?.keyId : resource.replace(/^key\//, '');
  return keys.get(id ?? '');
}

/**
 * The key that a call works on, which may be another account's where the operation allows that and the key's policy does.
 * @throws ServiceError `NotFoundException`, also for an alias: only DescribeKey and what uses keys take one
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html#KMS-DisableKey-request-KeyId
 * @see https://github.com/getmoto/moto/blob/master/moto/kms/responses.py (the wording)
 */
export function findSharedKey(reference: string | undefined, call: Call): Key {
  if (reference && ALIAS.test(reference)) {
    throw new ServiceError('NotFoundException', `Invalid keyId ${reference}`);
  }
  return findKeyByAnyName(reference, call);
}

/**
 * The key that is meant by an id, an ARN, an alias or its ARN.
 * @throws ServiceError `NotFoundException`
 */
export function findKeyByAnyName(reference: string | undefined, call: Call): Key {
  const key = lookUpKey(call.world, reference ?? '', call);
  if (key && regionOf(key) === call.region) return key;
  const [, region] = ARN.exec(reference ?? '') ?? [];
  if (region && region !== call.region) {
    throw new ServiceError('NotFoundException', `Invalid arn ${region}`);
  }
  const kind = reference?.includes('alias/') ? 'Alias' : 'Key';
  throw new ServiceError('NotFoundException', `${kind} '${describe(reference, call)}' does not exist`);
}

/**
 * The caller's own key that a call works on: most operations work on no other.
 * @throws ServiceError `NotFoundException`, `AccessDeniedException` for another account's key
 */
export function findKey(reference: string | undefined, call: Call): Key {
  const key = findSharedKey(reference, call);
  if (key.accountId === call.accountId) return key;
  throw new ServiceError(
    'AccessDeniedException',
    `User: ${call.caller.arn} is not authorized to perform this operation on a key of another account: ${key.arn}`,
  );
}

function describe(reference: string | undefined, { partition, region, accountId }: Call): string {
  if (reference?.startsWith('arn:')) return reference;
  const resource = reference?.startsWith('alias/') ? reference : `key/${reference}`;
  return `arn:${partition}:kms:${region}:${accountId}:${resource}`;
}
