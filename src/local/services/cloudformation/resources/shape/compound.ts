import type { JsonObject } from '../../template/json-object.ts';
import { isJsonObject, isScalar } from '../../template/json-object.ts';
import { hasUnresolved } from '../../template/scope.ts';
import { templateError } from '../../template/template-error.ts';
import type { Read, Shape } from './shape.ts';
import { shape } from './shape.ts';

export const list = <T>(member: Shape<T>): Shape<readonly T[]> =>
  shape<readonly T[]>({
    name: 'a list',
    read: (value, at) =>
      Array.isArray(value) ? value.map((item, index) => member.read(item, `${at}[${index}]`)) : undefined,
    unknownNames: (value, at) =>
      Array.isArray(value)
        ? value.flatMap((item, index) => member.unknownNames(item, `${at}[${index}]`))
        : [],
  });

/** An object whose keys the template's author chooses. */
export const mapOf = <T>(member: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  shape<Readonly<Record<string, T>>>({
    name: 'an object',
    read: (value, at) =>
      isJsonObject(value) ? mapMembers(value, (item, key) => member.read(item, `${at}.${key}`)) : undefined,
    unknownNames: (value, at) =>
      isJsonObject(value)
        ? Object.entries(value).flatMap(([key, item]) => member.unknownNames(item, `${at}.${key}`))
        : [],
  });

/** A JSON document that another service reads: a policy, an event pattern. */
export const json = shape<JsonObject>({
  name: 'a JSON object',
  read: (value) => (isJsonObject(value) ? value : undefined),
});

/** What a custom resource gets: its author's own, every scalar as a text, as CloudFormation sends them. */
export const stringified: Shape<JsonObject> = shape<JsonObject>({
  name: 'an object',
  read: (value) => (isJsonObject(value) ? (stringify(value) as JsonObject) : undefined),
});

function stringify(value: unknown): unknown {
  if (hasUnresolved(value)) return value;
  if (isScalar(value)) return String(value);
  if (Array.isArray(value)) return value.map(stringify);
  return isJsonObject(value) ? mapMembers(value, stringify) : value;
}

const mapMembers = <T>(object: JsonObject, read: (value: unknown, key: string) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, read(value, key)]));

type Shapes = Readonly<Record<string, Shape<unknown>>>;

type Members<S extends Shapes, Required extends keyof S> = Simplify<
  { readonly [K in Exclude<keyof S, Required>]?: Read<S[K]> } & { readonly [K in Required]: Read<S[K]> }
>;
type Simplify<T> = { [K in keyof T]: T[K] };

/** An object with the members that are named here and no others. */
export const object = <S extends Shapes, Required extends keyof S & string = never>(
  members: S,
  required: readonly Required[] = [],
): Shape<Members<S, Required>> =>
  shape<Members<S, Required>>({
    name: 'an object',
    read(value, at) {
      if (!isJsonObject(value)) return undefined;
      const missing = required.find((key) => !Object.hasOwn(value, key));
      if (missing) throw templateError(`required property [${missing}] not found`, at);
      return mapMembers(value, (item, key) =>
        memberOf(members, key, at).read(item, `${at}.${key}`),
      ) as Members<S, Required>;
    },
    unknownNames: (value, at) =>
      isJsonObject(value)
        ? Object.entries(value).flatMap(([key, item]) => namesIn(members, key, item, at))
        : [],
  });

const namesIn = (members: Shapes, key: string, item: unknown, at: string): string[] =>
  Object.hasOwn(members, key)
    ? memberOf(members, key, at).unknownNames(item, `${at}.${key}`)
    : [`${at}.${key}`];

function memberOf(members: Shapes, key: string, at: string): Shape<unknown> {
  const member = Object.hasOwn(members, key) ? members[key] : undefined;
  if (!member) throw templateError(`the embedded AWS does not know the property ${key}`, at);
  return member;
}
