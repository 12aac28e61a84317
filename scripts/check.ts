// What CI runs beside the tests: types, lint, boundaries, unused code, generated files, budgets, the package's exports.
import { readFileSync } from 'node:fs';
import { checkBoundaries } from './check-boundaries.ts';
import { checkBudgets } from './check-budgets.ts';
import { generateFiles } from './generated-files.ts';
import { inRoot, runNode } from './project.ts';

type Check = () => Promise<string | null>;

const program =
  (script: string, ...args: readonly string[]): Check =>
  async () => {
    const { code, output } = await runNode(script, args, { show: false });
    return code === 0 ? null : output;
  };

const CHECKS: Readonly<Record<string, Check>> = {
  types: program('node_modules/typescript/bin/tsc', '-p', '.'),
  'types of the infrastructure': program('node_modules/typescript/bin/tsc', '-p', 'src/infrastructure'),
  lint: program('node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'),
  boundaries: () => checkBoundaries('src'),
  'unused code': program('node_modules/knip/bin/knip.js', '--no-progress'),
  'generated files': checkGenerated,
  budgets: checkBudgets,
  'package exports': program('node_modules/publint/src/cli.js', '--strict'),
};

async function checkGenerated(): Promise<string | null> {
  const stale: string[] = [];
  for (const [file, content] of await generateFiles()) {
    if (readOrEmpty(file) !== content) stale.push(file);
  }
  return stale.length === 0 ? null : `stale: ${stale.join(', ')}. Run: npm run generate`;
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(inRoot(file), 'utf8');
  } catch {
    return '';
  }
}

const width = Math.max(...Object.keys(CHECKS).map((name) => name.length));
for (const [name, check] of Object.entries(CHECKS)) {
  const startedAt = performance.now();
  const problem = await check();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
  console.log(`${problem === null ? 'good  ' : 'FAILED'}  ${name.padEnd(width)}  ${seconds} s`);
  if (problem !== null) {
    console.log(problem.trim().replace(/^/gm, '    '));
    process.exitCode = 1;
  }
}
