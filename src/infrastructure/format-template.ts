const MAX_LINE = 120;
/** An intrinsic function reads best in one piece, even when it is long. */
const MAX_INTRINSIC = 320;

/**
 * JSON as people read it: what fits on a line stays on one line. With one blank per level it is little larger than
 * JSON without any, and a change shows as few lines.
 */
export function formatTemplate(template: unknown): string {
  return `${format(template, '', 0)}\n`;
}

function format(value: unknown, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const lines = linesOfText(value);
  if (lines) return `{"Fn::Join": ["\\n", [\n${lines.map(onOneLine).join(',\n')}\n${indent}]]}`;
  const line = onOneLine(value);
  if (indent.length + before + line.length <= MAX_LINE) return line;
  if (isIntrinsic(value) && line.length <= MAX_INTRINSIC) return line;
  const inner = `${indent} `;
  const [open, close, items] = Array.isArray(value)
    ? ['[', ']', value.map((item) => inner + format(item, inner, 0))]
    : ['{', '}', Object.entries(value).map(([key, item]) => inner + formatMember(key, item, inner))];
  return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

function formatMember(key: string, value: unknown, indent: string): string {
  const name = `${JSON.stringify(key)}: `;
  return name + format(value, indent, name.length);
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return `{${members.join(', ')}}`;
}

/** A program stands at the margin, as in its own file: its lines are most of the template. */
function linesOfText(value: object): readonly unknown[] | undefined {
  if (!isIntrinsic(value) || !('Fn::Join' in value)) return;
  const [delimiter, lines] = value['Fn::Join'] as readonly [unknown, readonly unknown[]];
  return delimiter === '\n' ? lines : undefined;
}

function isIntrinsic(value: object): boolean {
  const [key, ...others] = Object.keys(value);
  return others.length === 0 && key !== undefined && key.startsWith('Fn::');
}
