// The command line from a clone: built when stale, then run as users run it.
import { buildWhenStale } from './build.ts';
import { runNode } from './project.ts';

await buildWhenStale();
const { code } = await runNode('dist/cli/main.js', process.argv.slice(2));
process.exitCode = code;
