import { run } from '@stricli/core';
import { app } from './app.ts';
import { toExitCode } from './exit-codes.ts';

await run(app, process.argv.slice(2), { process });
process.exitCode = toExitCode(process.exitCode);
