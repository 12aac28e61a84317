import { createInterface } from 'node:readline/promises';
import { UsageError } from '../exit-codes.ts';
import type { ChangeFlags } from './live-flags.ts';

/**
 * Whether the person in front wants it.
 * @throws UsageError when nobody can be asked
 */
export async function askConsent(question: string, { yes }: Pick<ChangeFlags, 'yes'>): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError(
      'Nothing was changed: there is no terminal to ask on. --yes goes on without asking.',
    );
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(`${question} [y/N] `).catch(noWhenAborted);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}

/** Ctrl-C and Ctrl-D are answers, too. */
function noWhenAborted(error: unknown): string {
  if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
  process.stderr.write('\n');
  return 'no';
}
