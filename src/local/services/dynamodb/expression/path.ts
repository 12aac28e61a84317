import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from '../attribute-value.ts';
import type { Placeholders } from './placeholders.ts';
import type { Tokens } from './tokens.ts';

/** Where a value lies in an item: names of map members and indexes of lists, outermost first. */
export type Path = readonly [string, ...(string | number)[]];

/** Reads `a.b[3].#c`. */
export function readPath(tokens: Tokens, placeholders: Placeholders): Path {
  const path: [string, ...(string | number)[]] = [readName(tokens, placeholders)];
  for (;;) {
    if (tokens.takeIf('.')) path.push(readName(tokens, placeholders));
    else if (tokens.takeIf('[')) path.push(readIndex(tokens));
    else return path;
  }
}

function readName(tokens: Tokens, placeholders: Placeholders): string {
  const token = tokens.peek() ?? '';
  if (!/^#|^[A-Za-z_]\w*$/.test(token)) throw tokens.unexpected();
  return placeholders.name(tokens.take());
}

function readIndex(tokens: Tokens): number {
  if (!/^\d+$/.test(tokens.peek() ?? '')) throw tokens.unexpected();
  const index = Number(tokens.take());
  tokens.expect(']');
  return index;
}

export function valueAt(item: Item, [name, ...rest]: Path): AttributeValue | undefined {
  let value = memberOf(item, name);
  for (const part of rest) {
    if (typeof part === 'number') value = value?.L?.[part];
    else value = value?.M && memberOf(value.M, part);
  }
  return value;
}

const memberOf = (map: Item, name: string) => (Object.hasOwn(map, name) ? map[name] : undefined);

export const pathText = (path: Path): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');
