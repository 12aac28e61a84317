import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';
import { printable } from './printable.ts';

/** Writes a line for people. Colours disappear in a pipe and under NO_COLOR. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Writes one JSON document for machines, harmless also when a person looks at it. */
export function sayJson(document: unknown): void {
  process.stdout.write(`${printable(JSON.stringify(document))}\n`);
}

/** Writes a line for the person in front, beside a result that may go elsewhere. */
export function note(line = ''): void {
  process.stderr.write(`${process.stderr.isTTY ? line : stripVTControlCharacters(line)}\n`);
}

/** A line that changes while something takes its time; only a terminal shows it. */
export function tellProgress(): { show(text: string): void; end(): void } {
  const write = (text: string) => process.stderr.isTTY && process.stderr.write(`\r\u001b[K${text}`);
  return { show: (text) => write(text), end: () => write('') };
}

/** A word of the timeline in its colour: what is dark, what brings the light back, what people get. */
export function paint(word: string): string {
  if (word === 'dark' || word === 'refused' || word === 'dead letter') return pc.red(word.padEnd(11));
  if (word === 'received' || word === 'verified') return pc.green(word.padEnd(11));
  return word === 'delivered' ? pc.cyan(word.padEnd(11)) : word.padEnd(11);
}

/** One line of the timeline: `     31 ms  verified    …`. */
export const timed = (ms: number, word: string, what: string): string =>
  `${pc.dim(`${ms.toFixed(0).padStart(7)} ms`)}  ${paint(word)} ${what}`;

export { pc };
