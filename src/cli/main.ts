import { run } from '@stricli/core';
import { app } from './app.ts';
import { toExitCode } from './exit-codes.ts';

// What the parser calls an exit code of null is undefined in Node's own types.
const program = process as typeof process & { exitCode: string | number | null };
await run(app, process.argv.slice(2), { process: program });
process.exitCode = toExitCode(process.exitCode);
