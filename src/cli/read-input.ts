import { readFileSync } from 'node:fs';
import { UsageError } from './exit-codes.ts';

/**
 * A file that a caller named, or with `-` standard input.
 * @throws UsageError when it cannot be read
 */
export function readInput(file: string): string {
  try {
    // The number of standard input; the name /dev/stdin is not known everywhere.
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`Cannot read ${file === '-' ? 'standard input' : file}: ${reason}`, { cause });
  }
}
