import { isObject, type Leaf } from './matcher.ts';

/** An event as patterns see it: names with dots are paths, whether the pattern or the event writes them so. */
export type EventNode = Leaf | EventFields | readonly EventNode[];
type EventFields = Map<string, EventNode>;

export function toEventTree(value: unknown): EventNode {
  if (Array.isArray(value)) return value.map(toEventTree);
  if (!isObject(value)) return (value ?? null) as Leaf;
  const fields: EventFields = new Map();
  for (const [name, inner] of Object.entries(value)) {
    if (inner !== undefined) insert(fields, name.split('.'), toEventTree(inner));
  }
  return fields;
}

function insert(fields: EventFields, [head = '', ...rest]: readonly string[], node: EventNode) {
  const present = fields.get(head);
  const added = rest.length ? nest(rest, node) : node;
  fields.set(head, present === undefined ? added : merge(present, added));
}

function nest(path: readonly string[], node: EventNode): EventFields {
  const fields: EventFields = new Map();
  insert(fields, path, node);
  return fields;
}

/** Two fields of one name (`"a.b"` beside `"a": {"b": …}`): either may be what a pattern means. */
function merge(present: EventNode, added: EventNode): EventNode {
  if (!(present instanceof Map) || !(added instanceof Map)) return [present, added];
  for (const [name, node] of added) insert(present, [name], node);
  return present;
}
