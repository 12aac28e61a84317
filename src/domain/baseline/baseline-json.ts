import { isJsonObject } from '../json.ts';

/**
 * JSON with the fields of every object in one order, so that equal values are equal texts. Fields that are undefined are
 * left out, as JSON does.
 * @param value bounded in depth, as what `readBaseline` accepts is
 * @param indent spaces for each level; by default all is on one line
 */
export function canonicalJson(value: unknown, indent = 0): string {
  return write(value, indent, indent === 0 ? '' : '\n');
}

function write(value: unknown, indent: number, newLine: string): string {
  if (Array.isArray(value)) {
    return bracket(
      value.map((item) => write(item, indent, deeper(newLine, indent))),
      '[]',
      { indent, newLine },
    );
  }
  if (!isJsonObject(value)) return JSON.stringify(value) ?? 'null';
  const colon = indent === 0 ? ':' : ': ';
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  const fields = names
    .sort()
    .map((name) => `${JSON.stringify(name)}${colon}${write(value[name], indent, deeper(newLine, indent))}`);
  return bracket(fields, '{}', { indent, newLine });
}

const deeper = (newLine: string, indent: number) => (newLine === '' ? '' : newLine + ' '.repeat(indent));

function bracket(
  items: readonly string[],
  [open, close]: string,
  { indent, newLine }: { readonly indent: number; readonly newLine: string },
): string {
  if (items.length === 0) return `${open}${close}`;
  const inner = deeper(newLine, indent);
  return `${open}${inner}${items.join(`,${inner}`)}${newLine}${close}`;
}
