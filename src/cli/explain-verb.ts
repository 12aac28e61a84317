import { readFileSync } from 'node:fs';
import { EXIT, UsageError } from './exit-codes.ts';
import { explainText } from './explain.ts';
import { explainToJson, explainToTable } from './explain-output.ts';
import { say } from './terminal.ts';

/** Says of each record of a file, or of standard input, what trailkeeper makes of it. */
export function explain({ output }: { readonly output: 'text' | 'json' }, file: string): void {
  const { lines, hasErrors } = explainText(read(file));
  if (output === 'json') for (const line of lines) say(explainToJson(line));
  else say(explainToTable(lines));
  process.exitCode = hasErrors ? EXIT.usage : EXIT.good;
}

function read(file: string): string {
  try {
    // The number of standard input; the name /dev/stdin is not known everywhere.
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`Cannot read ${file === '-' ? 'standard input' : file}: ${reason}`, { cause });
  }
}
