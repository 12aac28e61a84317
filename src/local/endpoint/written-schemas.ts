// Schemas written by hand, in the form in which the SDK's clients publish theirs: for services of which little is served, and whose client
// is not there or so large that everybody would wait for it.

export const STRING = 0;
export const NUMBER = 1;
export const BOOLEAN = 2;
export const DATE = 4;

const LIST = 1;
const STRUCTURE = 3;
const OPERATION = 9;
const ERROR = -3;

/** A member's schema by its name: a type, a shape, or a shape with traits. */
export type Members = Readonly<Record<string, unknown>>;

type Shape = readonly [kind: number, namespace: string, name: string, ...rest: unknown[]];

export const strings = (...names: readonly string[]): Members =>
  Object.fromEntries(names.map((name) => [name, STRING]));

/** What makes the shapes of one service. */
export const shapesOf = (namespace: string) => {
  const structure = (name: string, required: Members, optional: Members = {}): Shape => [
    STRUCTURE,
    namespace,
    name,
    0,
    [...Object.keys(required), ...Object.keys(optional)],
    [...Object.values(required), ...Object.values(optional)],
    Object.keys(required).length,
  ];
  return {
    structure,
    list: (name: string, element: unknown): Shape => [LIST, namespace, name, 0, element],
    operation: (name: string, required: Members, optional: Members, output: Members): Shape => [
      OPERATION,
      namespace,
      name,
      0,
      () => structure(`${name}Request`, required, optional),
      () => structure(`${name}Result`, {}, output),
    ],
    error: (name: string, ...members: readonly string[]): Shape => [
      ERROR,
      namespace,
      name,
      { error: 'client' },
      ['Message', ...members],
      ['Message', ...members].map(() => STRING),
    ],
  };
};

/** As the exports of a client's schemas: by name. */
export const byName = (shapes: readonly Shape[]): Readonly<Record<string, Shape>> =>
  Object.fromEntries(shapes.map((shape) => [shape[2], shape]));
