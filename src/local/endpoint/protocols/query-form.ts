import { readText, type Schema, traitsOf } from '../schemas.ts';

/** A form's fields by the parts of their dotted names: `Tags.member.1.Key` lies under Tags, member, 1, Key. */
interface FormNode {
  text?: string;
  readonly children: Map<string, FormNode>;
}

/** How a protocol writes what a schema describes into a form. */
export interface FormStyle {
  /** What a member is called. */
  readonly nameOf: (member: Schema, name: string) => string;
  /** `List.1` for every list, not for those alone whose schema says so. */
  readonly hasFlatLists: boolean;
}

/** Reads the input that a schema describes from a form. */
export function readQuery(schema: Schema, form: URLSearchParams, style: FormStyle = ofQuery): unknown {
  const root: FormNode = { children: new Map() };
  for (const [name, text] of form) plant(root, name, text);
  return schema.isUnitSchema() ? {} : readNode(schema, root, style);
}
const wireName = (schema: Schema, name: string): string => String(traitsOf(schema).xmlName ?? name);
const ofQuery: FormStyle = { nameOf: wireName, hasFlatLists: false };

function plant(root: FormNode, name: string, text: string): void {
  let node = root;
  for (const part of name.split('.')) {
    const child: FormNode = node.children.get(part) ?? { children: new Map() };
    node.children.set(part, child);
    node = child;
  }
  node.text = text;
}

function readNode(schema: Schema, node: FormNode, style: FormStyle): unknown {
  if (schema.isStructSchema()) return readStructure(schema, node, style);
  if (schema.isListSchema()) return readList(schema, node, style);
  if (schema.isMapSchema()) return readMap(schema, node, style);
  return readText(schema, node.text ?? '', false);
}

function readStructure(schema: Schema, node: FormNode, style: FormStyle): Record<string, unknown> {
  const structure: Record<string, unknown> = {};
  for (const [name, member] of schema.structIterator()) {
    const child = node.children.get(style.nameOf(member, name));
    if (child) structure[name] = readNode(member, child, style);
  }
  return structure;
}

/** `List.member.1`; flattened lists leave out `member`. A list without elements travels as `List=`. */
function readList(schema: Schema, node: FormNode, style: FormStyle): unknown[] {
  const element = schema.getValueSchema();
  const isFlat = style.hasFlatLists || traitsOf(schema).xmlFlattened;
  const elements = isFlat ? node : node.children.get(wireName(element, 'member'));
  return numbered(elements).map((child) => readNode(element, child, style));
}

/** `Map.entry.1.key` and `Map.entry.1.value`; flattened maps leave out `entry`. */
function readMap(schema: Schema, node: FormNode, style: FormStyle): Record<string, unknown> {
  const entries = traitsOf(schema).xmlFlattened ? node : node.children.get('entry');
  const keyName = wireName(schema.getKeySchema(), 'key');
  const valueName = wireName(schema.getValueSchema(), 'value');
  return Object.fromEntries(
    numbered(entries).map(({ children }) => [
      children.get(keyName)?.text ?? '',
      readNode(schema.getValueSchema(), children.get(valueName) ?? { children: new Map() }, style),
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
