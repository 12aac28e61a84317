import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from '../attribute-value.ts';
import { validation } from '../validation.ts';
import { type Path, valueAt } from './path.ts';

/**
 * The item with a value at a path, whose parents must exist. A list index past the end appends.
 * @throws ServiceError `ValidationException`
 */
export const withValue = (item: Item, path: Path, value: AttributeValue): Item => edit(item, path, value);

/** The item without what lies at a path, if anything does. */
export const without = (item: Item, path: Path): Item =>
  valueAt(item, path) ? edit(item, path, undefined) : item;

function edit(map: Item, [name, ...rest]: Path, value: AttributeValue | undefined): Item {
  const { [name]: current, ...others } = map;
  const edited = rest.length === 0 ? value : editMember(current, rest, value);
  // A computed name is always an own property, even `__proto__`.
  return edited ? { ...others, [name]: edited } : others;
}

function editMember(
  parent: AttributeValue | undefined,
  [part, ...rest]: readonly (string | number)[],
  value: AttributeValue | undefined,
): AttributeValue {
  if (typeof part === 'string' && parent?.M) return { M: { ...edit(parent.M, [part, ...rest], value) } };
  if (typeof part === 'number' && parent?.L) return { L: editList(parent.L, part, rest, value) };
  throw validation('The document path provided in the update expression is invalid for update');
}

function editList(
  list: readonly AttributeValue[],
  index: number,
  rest: readonly (string | number)[],
  value: AttributeValue | undefined,
): AttributeValue[] {
  const edited = rest.length === 0 ? value : editMember(list[index], rest, value);
  return edited ? [...list.slice(0, index), edited, ...list.slice(index + 1)] : list.toSpliced(index, 1);
}
