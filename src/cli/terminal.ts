import pc from 'picocolors';

/** Writes a line for people. Colours disappear in a pipe and under NO_COLOR. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Writes one JSON document for machines. */
export function sayJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document)}\n`);
}

/** Where something stands on a line of the timeline: `   31 ms  verified   …`. */
export const timed = (ms: number, word: string, what: string): string =>
  `${pc.dim(`${ms.toFixed(0).padStart(7)} ms`)}  ${word.padEnd(10)} ${what}`;

export { pc };
