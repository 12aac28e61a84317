/** A line that is empty or not there is left out. One that starts with a space is a command and stays whole. */
export type Line = string | null | undefined | false;

/** A label with its lines beside it. Without any line, the row is left out. */
export type Row = readonly [label: string, ...lines: readonly Line[]];

/** Labels take 13 columns, lines the rest of 72. Broken between words only: what is long by itself is copied whole. */
const WRAP = /\S.{0,57}\S(?= |$)|\S+/g;

/** Plain text: groups of rows, an empty line between them. */
export const layOut = (...groups: readonly (readonly Row[])[]): string =>
  groups
    .map((rows) => rows.map(writeRow).join(''))
    .filter(Boolean)
    .join('\n');

const writeRow = ([label, ...lines]: Row): string =>
  lines
    .flatMap((line) => (line ? wrap(line) : []))
    .map((line, index) => `${(index === 0 ? label : '').padEnd(13)}${line}\n`)
    .join('');

const wrap = (line: string): readonly string[] => (line.startsWith(' ') ? [line] : (line.match(WRAP) ?? []));
