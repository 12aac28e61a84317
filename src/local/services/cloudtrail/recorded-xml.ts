import { type Schema, traitsOf } from '../../endpoint/schemas.ts';

/**
 * A value as S3 records the XML that carried it: names are those of its elements, a list of one element is that element,
 * an empty element is an empty text.
 */
export function asRecordedXml(schema: Schema, value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (schema.isListSchema()) return oneOrMany(schema, value as readonly unknown[]);
  if (!schema.isStructSchema()) return value;
  const values = Object(value) as Readonly<Record<string, unknown>>;
  const members = [...schema.structIterator()].filter(([name]) => values[name] !== undefined);
  const elements = members.map(([name, member]) => elementOf(name, member, values[name]));
  const all = [...namespaceOf(schema), ...elements];
  return all.length > 0 ? Object.fromEntries(all) : '';
}

function elementOf(name: string, member: Schema, value: unknown): readonly [string, unknown] {
  const { xmlName, xmlFlattened } = traitsOf(member);
  const element = String(xmlName ?? name);
  const content = asRecordedXml(member, value);
  if (!member.isListSchema() || xmlFlattened) return [element, content];
  if ((value as readonly unknown[]).length === 0) return [element, ''];
  return [element, { [String(traitsOf(member.getValueSchema()).xmlName ?? 'member')]: content }];
}

function oneOrMany(schema: Schema, values: readonly unknown[]): unknown {
  const elements = values.map((value) => asRecordedXml(schema.getValueSchema(), value));
  return elements.length === 1 ? elements[0] : elements;
}

/** A grantee says what it is in an attribute of a namespace of its own. */
function namespaceOf(schema: Schema): readonly (readonly [string, unknown])[] {
  const { xmlNamespace } = traitsOf(schema);
  const [prefix, uri] = Array.isArray(xmlNamespace) ? xmlNamespace : [];
  return prefix ? [[`xmlns:${prefix}`, uri]] : [];
}
