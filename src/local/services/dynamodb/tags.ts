import type { Tag } from '@aws-sdk/client-dynamodb';
import { validation } from './validation.ts';

/** @throws ServiceError `ValidationException` when a key is AWS's own, or there would be over 50 */
export function addTags(tags: Map<string, string>, added: readonly Tag[]): void {
  for (const { Key = '', Value = '' } of added) {
    if (Key === '' || /^aws:/i.test(Key)) throw validation(`Tag key '${Key}' is not allowed`);
    tags.set(Key, Value);
  }
  if (tags.size > 50) throw validation('Too many tags: 50 is the limit');
}
