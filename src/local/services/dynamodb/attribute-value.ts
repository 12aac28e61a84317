import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { canonical, compareNumbers } from './number.ts';
import { validation } from './validation.ts';
import { setOf } from './value-set.ts';

export type Item = Readonly<Record<string, AttributeValue>>;

const TYPES = ['S', 'N', 'B', 'BOOL', 'NULL', 'M', 'L', 'SS', 'NS', 'BS'] as const;
export type AttributeType = (typeof TYPES)[number];

/** How deep maps and lists may nest. */
const MAX_DEPTH = 32;

export function typeOf(value: AttributeValue): AttributeType {
  const given = TYPES.filter((type) => value[type] !== undefined);
  const [type] = given;
  if (type && given.length === 1) return type;
  throw validation(
    given.length > 1
      ? 'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes'
      : 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
  );
}

/**
 * Checks a value a caller sent, and writes its numbers as DynamoDB keeps them.
 * @throws ServiceError `ValidationException`
 */
export function normalized(value: AttributeValue, depth = 0): AttributeValue {
  typeOf(value);
  if (depth > MAX_DEPTH) throw validation('Nesting Levels have exceeded supported limits');
  if (value.N !== undefined) return { N: canonical(value.N) };
  if (value.L) return { L: value.L.map((member) => normalized(member, depth + 1)) };
  if (value.M) return { M: normalizedItem(value.M, depth + 1) };
  if (value.NS) return { NS: checkedSet(value.NS.map(canonical)) };
  if (value.SS) return { SS: checkedSet(value.SS) };
  if (value.BS) return { BS: checkedSet(value.BS) };
  return value;
}

export const normalizedItem = (item: Item, depth = 0): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, normalized(value, depth)]));

function checkedSet<T extends string | Uint8Array>(members: T[]): T[] {
  if (members.length === 0) throw validation('An attribute value may not contain an empty set');
  if (new Set(members.map(String)).size < members.length) {
    throw validation('Input collection contains duplicates.');
  }
  return members;
}

/** -1, 0 or 1; undefined for values that have no order between them. */
export function compare(a: AttributeValue, b: AttributeValue): number | undefined {
  if (a.N !== undefined && b.N !== undefined) return compareNumbers(a.N, b.N);
  if (a.S !== undefined && b.S !== undefined) return Buffer.compare(Buffer.from(a.S), Buffer.from(b.S));
  if (a.B !== undefined && b.B !== undefined) return Buffer.compare(a.B, b.B);
  return undefined;
}

export const isEqual = (a: AttributeValue, b: AttributeValue): boolean =>
  canonicalText(a) === canonicalText(b);

/** One text per value, whatever the order of a set's members or a map's names. */
export function canonicalText(value: AttributeValue): string {
  const type = typeOf(value);
  if (value.N !== undefined) return `N${canonical(value.N)}`;
  if (value.B !== undefined) return `B${Buffer.from(value.B).toString('base64')}`;
  if (value.L) return `L[${value.L.map(canonicalText)}]`;
  if (value.M) return `M{${textOfMap(value.M)}}`;
  const set = setOf(value);
  return set ? `${type}[${[...set.members.keys()].sort()}]` : type + JSON.stringify(value[type]);
}

const textOfMap = (map: Item) =>
  Object.entries(map)
    .map(([name, value]) => `${JSON.stringify(name)}:${canonicalText(value)}`)
    .sort();
