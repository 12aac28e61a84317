// Runs bench/NAME.ts, bundled as the command line is: the SDK's schemas do not load unbundled.
import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildWhenStale } from './build.ts';
import { inRoot } from './project.ts';

const [name = ''] = process.argv.splice(2, 1);
const names = globSync('*.ts', { cwd: inRoot('bench') }).map((file) => path.basename(file, '.ts'));
if (!names.includes(name)) {
  console.error(`npm run bench NAME, where NAME is one of: ${names.toSorted().join(', ')}`);
  process.exit(2);
}
await buildWhenStale();
// Beside the command line, where the embedded AWS finds what its functions run under.
const outfile = inRoot('dist', 'cli', `bench-${name}.js`);
await build({
  entryPoints: [inRoot('bench', `${name}.ts`)],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
process.chdir(inRoot());
await import(pathToFileURL(outfile).href);
