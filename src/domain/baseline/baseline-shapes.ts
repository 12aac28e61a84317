import { isJsonObject } from '../json.ts';
import { at, type Check, expects, isSpent, type Shape, show, tell } from './baseline-shape.ts';

const DEEPEST_JSON = 32;
const LONGEST_TEXT = 20_000;

export const flag = expects('true or false', (value) => typeof value === 'boolean');

export const text = (must = 'a text', pattern = /^/, longest = 2048): Shape =>
  expects(
    `${must} of at most ${longest} characters`,
    (value) => typeof value === 'string' && value.length <= longest && pattern.test(value),
  );

export const count = (least: number, most = 1_000_000_000): Shape =>
  expects(
    `a whole number from ${least} to ${most}`,
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  );

export const oneOf = (...allowed: readonly (string | null)[]): Shape =>
  expects(`one of ${allowed.map(show).join(', ')}`, (value) => allowed.some((one) => one === value));

export const time = expects(
  'a time such as 2026-11-21T12:00:00Z',
  (value) => typeof value === 'string' && ISO_TIME.test(value) && Number.isFinite(Date.parse(value)),
);
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

export const nullable =
  (shape: Shape): Shape =>
  (value, where, check) => {
    if (value !== null) shape(value, where, check);
  };

export const list =
  (shape: Shape): Shape =>
  (value, where, check) => {
    if (!Array.isArray(value)) return tell(check, where, `must be a list; it is ${show(value)}`);
    for (const [index, item] of value.entries()) {
      if (isSpent(check)) return;
      shape(item, `${where}[${index}]`, check);
    }
  };

/** An object whose fields are names of somebody's choice. */
export const dictionary =
  (shape: Shape): Shape =>
  (value, where, check) => {
    if (!isJsonObject(value)) return tell(check, where, `must be an object; it is ${show(value)}`);
    for (const name of Object.keys(value)) {
      if (isSpent(check)) return;
      shape(value[name], at(where, name), check);
    }
  };

type OptionalOf<T> = { [Name in keyof T]-?: object extends Pick<T, Name> ? Name : never }[keyof T];
type Shapes<Names extends PropertyKey> = { readonly [Name in Names]: Shape };

/** An object that has these fields and no others. */
export const record =
  <T>(
    required: Shapes<Exclude<keyof T, OptionalOf<T>>>,
    optional: Shapes<OptionalOf<T>> = {} as Shapes<OptionalOf<T>>,
  ): Shape =>
  (value, where, check) => {
    if (!isJsonObject(value)) return tell(check, where, `must be an object; it is ${show(value)}`);
    const shapes: Readonly<Record<string, Shape>> = { ...required, ...optional };
    for (const [name, shape] of Object.entries(shapes)) {
      if (Object.hasOwn(value, name)) shape(value[name], at(where, name), check);
      else if (Object.hasOwn(required, name) && !check.isPartial) tell(check, at(where, name), 'is missing');
    }
    for (const name of Object.keys(value)) {
      if (isSpent(check)) return;
      if (!Object.hasOwn(shapes, name))
        tell(check, at(where, name), `is not known here; known are ${Object.keys(shapes).join(', ')}`);
    }
  };

/** Anything that JSON can say. */
export const json: Shape = (value, where, check) => checkJson(value, where, check, 0);

function checkJson(value: unknown, where: string, check: Check, depth: number): void {
  if (isSpent(check)) return;
  const below: Shape = (item, place) => checkJson(item, place, check, depth + 1);
  if (depth > DEEPEST_JSON) tell(check, where, `is nested more than ${DEEPEST_JSON} levels deep`);
  else if (Array.isArray(value)) list(below)(value, where, check);
  else if (isJsonObject(value)) dictionary(below)(value, where, check);
  else JSON_SCALAR(value, where, check);
}

const JSON_SCALAR = expects(
  `a text of at most ${LONGEST_TEXT} characters, a number, true, false or null`,
  (value) =>
    value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && value.length <= LONGEST_TEXT) ||
    Number.isFinite(value),
);

/** A JSON object of which only some fields are known. */
export const openRecord =
  (known: Readonly<Record<string, Shape>>): Shape =>
  (value, where, check) => {
    dictionary(json)(value, where, check);
    if (!isJsonObject(value)) return;
    for (const [name, shape] of Object.entries(known)) {
      if (Object.hasOwn(value, name)) shape(value[name], at(where, name), check);
      else tell(check, at(where, name), 'is missing');
    }
  };
