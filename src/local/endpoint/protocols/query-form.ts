import { readText, type Schema, traitsOf } from '../schemas.ts';

/** A form's fields by the parts of their dotted names: `Tags.member.1.Key` lies under Tags, member, 1, Key. */
interface FormNode {
  text?: string;
  readonly children: Map<string, FormNode>;
}

/** Reads the input that a schema describes from a form. */
export function readQuery(schema: Schema, form: URLSearchParams): unknown {
  const root: FormNode = { children: new Map() };
  for (const [name, text] of form) plant(root, name, text);
  return schema.isUnitSchema() ? {} : readNode(schema, root);
}

function plant(root: FormNode, name: string, text: string): void {
  let node = root;
  for (const part of name.split('.')) {
    const child: FormNode = node.children.get(part) ?? { children: new Map() };
    node.children.set(part, child);
    node = child;
  }
  node.text = text;
}

function readNode(schema: Schema, node: FormNode): unknown {
  if (schema.isStructSchema()) return readStructure(schema, node);
  if (schema.isListSchema()) return readList(schema, node);
  if (schema.isMapSchema()) return readMap(schema, node);
  return readText(schema, node.text ?? '', false);
}

function readStructure(schema: Schema, node: FormNode): Record<string, unknown> {
  const structure: Record<string, unknown> = {};
  for (const [name, member] of schema.structIterator()) {
    const child = node.children.get(wireName(member, name));
    if (child) structure[name] = readNode(member, child);
  }
  return structure;
}

/** `List.member.1`; flattened lists leave out `member`. A list without elements travels as `List=`. */
function readList(schema: Schema, node: FormNode): unknown[] {
  const element = schema.getValueSchema();
  const elements = traitsOf(schema).xmlFlattened ? node : node.children.get(wireName(element, 'member'));
  return numbered(elements).map((child) => readNode(element, child));
}

/** `Map.entry.1.key` and `Map.entry.1.value`; flattened maps leave out `entry`. */
function readMap(schema: Schema, node: FormNode): Record<string, unknown> {
  const entries = traitsOf(schema).xmlFlattened ? node : node.children.get('entry');
  const keyName = wireName(schema.getKeySchema(), 'key');
  const valueName = wireName(schema.getValueSchema(), 'value');
  return Object.fromEntries(
    numbered(entries).map(({ children }) => [
      children.get(keyName)?.text ?? '',
      readNode(schema.getValueSchema(), children.get(valueName) ?? { children: new Map() }),
    ]),
  );
}

/** The children `1`, `2`, `3` … in the order of their numbers. */
function numbered(node: FormNode | undefined): FormNode[] {
  return [...(node?.children ?? [])]
    .filter(([name]) => /^[1-9]\d*$/.test(name))
    .sort(([left], [right]) => Number(left) - Number(right))
    .map(([, child]) => child);
}

const wireName = (schema: Schema, name: string): string => String(traitsOf(schema).xmlName ?? name);
