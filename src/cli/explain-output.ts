import type { ExplainLine } from './explain.ts';
import { cut, printable } from './printable.ts';

const HEAD = ['verdict', 'severity', 'call', 'outcome', 'trail', 'actor', 'why'];
const MAX_CELL = 40;

/** One line of JSON. */
export const explainToJson = (line: ExplainLine): string => printable(JSON.stringify(line));

/** A table for people, with a sum at the end. */
export function explainToTable(lines: readonly ExplainLine[]): string {
  const rows = lines.map(rowOf);
  const cells = [HEAD, ...rows].map((row) =>
    row.map((cell, column) => show(cell, column < HEAD.length - 1 ? MAX_CELL : Number.POSITIVE_INFINITY)),
  );
  const widths = HEAD.map((_, column) =>
    cells.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0),
  );
  const table = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const sum = sumUp(rows.map(([verdict]) => verdict));
  return [...(rows.length > 0 ? table.map((row) => row.trimEnd()) : []), sum].join('\n');
}

function rowOf(line: ExplainLine): readonly string[] {
  if ('error' in line)
    return ['UNREADABLE', '-', '-', '-', '-', '-', `record ${line.position}: ${line.error}`];
  const { tampering, outcome, severity, eventName, trail, actor, why } = line;
  const verdict = !tampering ? '-' : outcome === 'failed' ? 'ATTEMPT' : 'TAMPERING';
  return [verdict, severity, eventName, outcome ?? '-', trail ?? '-', actor ?? '-', why];
}

function sumUp(verdicts: readonly unknown[]): string {
  const count = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length;
  const parts = [`${count('TAMPERING')} tampering`, `${count('ATTEMPT')} attempted`];
  if (count('UNREADABLE') > 0) parts.push(`${count('UNREADABLE')} unreadable`);
  return `${verdicts.length} ${verdicts.length === 1 ? 'record' : 'records'}: ${parts.join(', ')}`;
}

const show = (text: string, maxLength: number): string => cut(printable(text), maxLength);
