import type { Tag } from '@aws-sdk/client-sns';
import { ServiceError } from '../../endpoint/service-error.ts';
import { invalidParameter } from './sns-error.ts';

/** @throws ServiceError when a key is AWS's own, or there would be over 50 */
export function addTags(tags: Map<string, string>, added: readonly Tag[]): void {
  for (const { Key = '', Value = '' } of added) {
    if (Key === '' || /^aws:/i.test(Key)) throw invalidParameter(`Tag key '${Key}' is not allowed`);
    tags.set(Key, Value);
  }
  if (tags.size > 50) throw new ServiceError('TagLimitExceeded', 'A topic can have at most 50 tags.');
}
