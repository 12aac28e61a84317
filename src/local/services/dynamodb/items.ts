import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../endpoint/clock.ts';
import { canonicalText, type Item, normalized, typeOf } from './attribute-value.ts';
import type { KeyAttribute, Table } from './store.ts';
import { validation } from './validation.ts';

/** DynamoDB leaves alone what would have expired longer ago than this. */
const OLDEST_EXPIRY_SECONDS = 5 * 365 * 24 * 3600;

/** A table's items without those whose time to live is over: DynamoDB may take days for that, here it is at once. */
export function liveItems(table: Table, clock: Clock): Map<string, Item> {
  const attribute = table.timeToLiveAttribute;
  if (!attribute) return table.items;
  const now = Math.floor(clock.now() / 1000);
  for (const [key, item] of table.items) {
    const expiry = Number(item[attribute]?.N);
    if (expiry < now && expiry > now - OLDEST_EXPIRY_SECONDS) table.items.delete(key);
  }
  return table.items;
}

export const keyAttributes = ({ partitionKey, sortKey }: Table): KeyAttribute[] =>
  sortKey ? [partitionKey, sortKey] : [partitionKey];

/**
 * Checks a `Key` parameter: the table's key attributes, all of them and nothing else.
 * @throws ServiceError `ValidationException`
 */
export function checkedKey(table: Table, key: Item | undefined): Record<string, AttributeValue> {
  const attributes = keyAttributes(table);
  if (!key || Object.keys(key).length !== attributes.length) {
    throw validation('The provided key element does not match the schema');
  }
  return keyOf(table, key);
}

/** An item's key attributes. @throws ServiceError `ValidationException` when one is missing, of another type, or empty. */
export const keyOf = (table: Table, item: Item): Record<string, AttributeValue> =>
  Object.fromEntries(keyAttributes(table).map((attribute) => [attribute.name, keyValue(attribute, item)]));

/** The text an item is kept under. */
export const keyText = (table: Table, item: Item): string =>
  Object.values(keyOf(table, item)).map(canonicalText).join('\n');

function keyValue({ name, type }: KeyAttribute, item: Item): AttributeValue {
  const value = Object.hasOwn(item, name) ? item[name] : undefined;
  if (!value)
    throw validation(`One of the required keys was not given a value: Missing the key ${name} in the item`);
  if (typeOf(value) !== type) {
    throw validation(
      `One or more parameter values were invalid: Type mismatch for key ${name} expected: ${type} actual: ${typeOf(value)}`,
    );
  }
  if (value.S === '' || value.B?.length === 0) {
    throw validation(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
    );
  }
  return normalized(value);
}
