import { isJsonObject } from '../domain/json.ts';

/** One record of the input, or what is wrong where a record should be. */
export type InputItem = { readonly position: number } & (
  | { readonly value: unknown }
  | { readonly error: string }
);

/**
 * The records of a text: one JSON document (a record, a list of records, or CloudTrail's `{"Records": […]}`), or such a
 * document on each line. A position is a place in the list, or the number of a line, from 1.
 */
export function splitInput(text: string): readonly InputItem[] {
  const whole = parse(text);
  if ('value' in whole) return recordsOf(whole.value).map((value, index) => ({ position: index + 1, value }));
  const lines = text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), position: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, position }) => ({ line, position, ...parse(line) }));
  const isLines = lines.every(({ line }) => line.startsWith('{')) || lines.some(holdsRecords);
  if (!isLines) return [{ position: 1, error: whole.error }];
  return lines.flatMap((line): readonly InputItem[] => {
    const { position } = line;
    if ('error' in line) return [{ position, error: line.error }];
    return recordsOf(line.value).map((value) => ({ position, value }));
  });
}

type Parsed = { readonly value: unknown } | { readonly error: string };

function parse(text: string): Parsed {
  try {
    // Trimming also takes away a byte order mark.
    return { value: JSON.parse(text.trim()) };
  } catch (error) {
    return { error: `not JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'unreadable'}` };
  }
}

const holdsRecords = (line: Parsed): boolean =>
  'value' in line && typeof line.value === 'object' && line.value !== null;

const recordsOf = (document: unknown): readonly unknown[] =>
  Array.isArray(document) ? document.flatMap(recordsOfFile) : recordsOfFile(document);

/** A file as CloudTrail delivers it, or a record. */
const recordsOfFile = (document: unknown): readonly unknown[] =>
  isJsonObject(document) && Array.isArray(document.Records) ? document.Records : [document];
