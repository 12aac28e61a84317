import pc from 'picocolors';

/** Writes a line for people. Colours disappear in a pipe and under NO_COLOR. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Writes one JSON document for machines. */
export function sayJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document)}\n`);
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
