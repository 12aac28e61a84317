// The tests, on what is built now.
import { buildWhenStale } from './build.ts';
import { runNode } from './project.ts';

await buildWhenStale();
const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
process.exitCode = code;
