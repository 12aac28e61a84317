import { canonicalJson } from '../domain/baseline/baseline-json.ts';
import { cut, printable } from './printable.ts';

/** Columns of what is written: readable, and no more than the terminal has. */
export const WIDTH = Math.min(100, Math.max(60, process.stdout.columns ?? 100));

/** A text in lines of a length, broken between words where that is possible. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    // What is long by itself is rather broken than put below a short line.
    const end = space > width / 4 ? space : width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}

const LABEL = 11;

/** A label with its text beside it, which may take several lines. */
export function labelled(label: string, text: string, indent = 2): readonly string[] {
  const lines = wrap(text, WIDTH - indent - LABEL);
  return lines.map(
    (line, index) => `${' '.repeat(indent)}${(index === 0 ? label : '').padEnd(LABEL)}${line}`,
  );
}

const LONGEST_VALUE = 1_500;

/** A value of a field as people read it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'not set';
  return cut(printable(canonicalJson(value)), LONGEST_VALUE);
}

/**
 * Rows in columns, every cell made harmless. Where they are too wide together, the widest column gives way.
 * @param rows the first is the head
 */
export function layColumns(rows: readonly (readonly string[])[], width = WIDTH): readonly string[] {
  const cells = rows.map((row) => row.map(printable));
  const columns = cells[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const gaps = 2 * (columns - 1);
  while (sum(widths) + gaps > width && Math.max(...widths) > 8) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return cells.map((row) =>
    row
      .map((cell, column) => cut(cell, widths[column] ?? 0).padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
