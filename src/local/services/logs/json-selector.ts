/** Reads the values that a selector such as `$.userIdentity.type` or `$.items[0]` finds in a JSON log event. */
export type JsonSelector = (event: unknown) => readonly unknown[];

/** The selector that begins a text. */
export const SELECTOR = /\$(?:\.[\w@:-]+|\.?\[(?:\d+|\*|'[^']*'|"[^"]*")\])+/y;

const STEP = /\.([\w@:-]+)|\[(\d+)\]|\[(\*)\]|\[(?:'([^']*)'|"([^"]*)")\]/g;

type Step = (value: unknown) => readonly unknown[];

/**
 * A wildcard index finds every element; a member that is not there finds nothing.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function jsonSelector(text: string): JsonSelector {
  const steps = [...text.matchAll(STEP)].map(([, name, index, all, single, double]): Step => {
    if (all) return (value) => (Array.isArray(value) ? value : []);
    if (index) return (value) => (Array.isArray(value) ? value.slice(Number(index), Number(index) + 1) : []);
    return (value) => member(value, name ?? single ?? double ?? '');
  });
  return (event) => steps.reduce<readonly unknown[]>((values, step) => values.flatMap(step), [event]);
}

const member = (value: unknown, name: string): readonly unknown[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? [(value as Readonly<Record<string, unknown>>)[name]]
    : [];
