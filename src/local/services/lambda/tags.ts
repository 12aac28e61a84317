import { invalidParameter } from './lambda-error.ts';

/** @throws ServiceError `InvalidParameterValueException` when a key is AWS's own, or there would be over 50 */
export function addTags(tags: Map<string, string>, added: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(added)) {
    if (key === '' || /^aws:/i.test(key)) throw invalidParameter(`Tag key '${key}' is not allowed.`);
    tags.set(key, value);
  }
  if (tags.size > 50) throw invalidParameter('A resource can have at most 50 tags.');
}
