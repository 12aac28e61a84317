import { connectLive, type Live } from './connect.ts';
import { explainError } from './live-error.ts';
import type { LiveFlags } from './live-flags.ts';

/**
 * Runs a verb in a live account, and ends with the exit code it answers.
 * @throws Error with a sentence that people can act on
 */
export async function runLive(
  flags: Omit<LiveFlags, 'output'>,
  verb: (live: Live) => Promise<number>,
): Promise<void> {
  try {
    process.exitCode = await verb(await connectLive(flags));
  } catch (error) {
    throw explainError(error, flags);
  }
}
