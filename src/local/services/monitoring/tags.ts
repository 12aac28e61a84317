import type { Tag } from '@aws-sdk/client-cloudwatch';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { invalidValue } from './invalid.ts';
import { type Alarm, alarmsOf } from './store.ts';

/** @throws ServiceError `InvalidParameterValue` when a key is AWS's own, or there would be over 50 */
export function addTags(tags: Map<string, string>, added: readonly Tag[] = []): void {
  for (const { Key = '', Value = '' } of added) {
    if (Key === '' || /^aws:/i.test(Key)) throw invalidValue(`Tag key '${Key}' is not allowed.`);
    tags.set(Key, Value);
  }
  if (tags.size > 50) throw invalidValue('A resource can have at most 50 tags.');
}

/** The alarm whose tags are meant. @throws ServiceError `ResourceNotFoundException` */
export function findTagged(arn: string | undefined, { world, accountId, region }: Call): Alarm {
  const alarm = [...alarmsOf(world, accountId, region).values()].find((candidate) => candidate.arn === arn);
  if (!alarm) throw new ServiceError('ResourceNotFoundException', `Unknown resource: ${arn}`, 404);
  return alarm;
}
