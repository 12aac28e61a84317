import type { Tag } from '@aws-sdk/client-ssm';
import { ServiceError } from '../../endpoint/service-error.ts';

const MAX_TAGS = 50;

/** @throws ServiceError when a key is AWS's own, or there would be too many. */
export function addTags(tags: Map<string, string>, added: readonly Tag[]): void {
  for (const { Key = '', Value = '' } of added) {
    if (Key === '' || /^aws:/i.test(Key)) {
      throw new ServiceError('ValidationException', `Tag key '${Key}' is not allowed.`);
    }
    tags.set(Key, Value);
  }
  if (tags.size > MAX_TAGS) {
    throw new ServiceError('TooManyTagsError', `The request exceeds ${MAX_TAGS} tags on one resource.`);
  }
}
