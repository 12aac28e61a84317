import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { type Key, keyStoreIn } from './key.ts';

const ARN = /^arn:[^:]+:kms:([^:]+):(\d{12}):(key\/[^/]+|alias\/.+)$/;

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
 * The caller's own key that a call works on. Other accounts' keys are out of reach of every operation here.
 * @throws ServiceError `NotFoundException`, `InvalidArnException`
 */
export function findKey(reference: string | undefined, call: Call): Key {
  const key = lookUpKey(call.world, reference ?? '', call);
  if (key?.accountId === call.accountId && regionOf(key) === call.region) return key;
  const [, region] = ARN.exec(reference ?? '') ?? [];
  if (region && region !== call.region) {
    throw new ServiceError('NotFoundException', `Invalid arn ${region}`);
  }
  const kind = reference?.includes('alias/') ? 'Alias' : 'Key';
  throw new ServiceError('NotFoundException', `${kind} '${describe(reference, call)}' does not exist`);
}

/** @throws ServiceError `KMSInvalidStateException` while deletion is pending */
export function findUsableKey(reference: string | undefined, call: Call): Key {
  const key = findKey(reference, call);
  if (key.state !== 'PendingDeletion') return key;
  throw new ServiceError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
}

const regionOf = ({ arn }: Key) => arn.split(':')[3];

function describe(reference: string | undefined, { partition, region, accountId }: Call): string {
  if (reference?.startsWith('arn:')) return reference;
  const resource = reference?.startsWith('alias/') ? reference : `key/${reference}`;
  return `arn:${partition}:kms:${region}:${accountId}:${resource}`;
}
