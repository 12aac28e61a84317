import { EXIT } from './exit-codes.ts';
import { explainText } from './explain.ts';
import { explainToJson, explainToTable } from './explain-output.ts';
import { readInput } from './read-input.ts';
import { say } from './terminal.ts';

/** Says of each record of a file, or of standard input, what trailkeeper makes of it. */
export function explain({ output }: { readonly output: 'text' | 'json' }, file: string): void {
  const { lines, hasErrors } = explainText(readInput(file));
  if (output === 'json') for (const line of lines) say(explainToJson(line));
  else say(explainToTable(lines));
  process.exitCode = hasErrors ? EXIT.usage : EXIT.good;
}
