import { run } from '@stricli/core';
import { app } from './app.ts';
import { toExitCode } from './exit-codes.ts';

// Who reads our output may stop reading, as `head` does: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

// What the parser calls an exit code of null is undefined in Node's own types.
const program = process as typeof process & { exitCode: string | number | null };
await run(app, process.argv.slice(2), { process: program });
process.exitCode = toExitCode(process.exitCode);
