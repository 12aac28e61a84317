import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from '../attribute-value.ts';
import { type Path, pathText, readPath, valueAt } from './path.ts';
import type { Placeholders } from './placeholders.ts';
import { Tokens } from './tokens.ts';

/** @throws ServiceError `ValidationException` naming what it does not understand */
export function parseProjection(expression: string, placeholders: Placeholders): Path[] {
  const tokens = new Tokens('ProjectionExpression', expression);
  const paths = tokens.list(() => readPath(tokens, placeholders));
  tokens.expectEnd();
  if (new Set(paths.map(pathText)).size < paths.length) {
    throw tokens.refusal('Two document paths overlap with each other');
  }
  return paths;
}

/** The parts of an item that lie at some paths. */
export const project = (item: Item, paths: readonly Path[]): Record<string, AttributeValue> =>
  asMap(
    paths.flatMap((path) => {
      const value = valueAt(item, path);
      return value ? [{ path, value }] : [];
    }),
  );

interface Part {
  readonly path: readonly (string | number)[];
  readonly value: AttributeValue;
}

const asMap = (parts: readonly Part[]): Record<string, AttributeValue> =>
  Object.fromEntries(grouped(parts).map(([name, inside]) => [name, assembled(inside)]));

/** Members of a list keep their order and close up; members of a map keep their names. */
function assembled(parts: readonly Part[]): AttributeValue {
  const whole = parts.find(({ path }) => path.length === 0);
  if (whole) return whole.value;
  if (typeof parts[0]?.path[0] === 'string') return { M: asMap(parts) };
  const members = grouped(parts).sort(([a], [b]) => Number(a) - Number(b));
  return { L: members.map(([, inside]) => assembled(inside)) };
}

/** The parts by the first step of their paths, which each loses. */
const grouped = (parts: readonly Part[]): [string | number, Part[]][] => [
  ...Map.groupBy(
    parts.map(({ path: [first = '', ...path], value }) => ({ first, path, value })),
    ({ first }) => first,
  ),
];
