#!/usr/bin/env node
// In a clone, the sources are built and run under Node 24; in the published package, the built file is simply loaded.
import { existsSync } from 'node:fs';

const fromClone = new URL('../scripts/run.mjs', import.meta.url);
if (existsSync(fromClone)) {
  const { run } = await import(fromClone.href);
  process.exitCode = await run('trailkeeper', process.argv.slice(2));
} else {
  await import('../dist/cli/main.js');
}
