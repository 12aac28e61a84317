// Runs one of this folder's scripts under Node 24, after installing the locked packages where they are missing or
// stale. Plain JavaScript for Node 20 and newer, without a shell: it is the first thing that runs on a fresh clone.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => path.join(root, ...parts);
const isWindows = process.platform === 'win32';
const node24 = inRoot('node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');
const stamp = inRoot('node_modules', '.trailkeeper-installed');

/** Runs `scripts/<name>.ts` and answers its exit code. */
export async function run(name, args) {
  installWhenStale();
  const child = spawn(node24, [inRoot('scripts', `${name}.ts`), ...args], { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself; the exit code is its own.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function installWhenStale() {
  const wanted = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && versionOf(node24)) return;
  console.error('Installing the locked packages (once, about half a minute) …');
  const { command, first } = npm();
  const args = [...first, 'install', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: isWindows && !first.length,
  });
  if (status !== 0)
    fail(`npm install failed${error ? `: ${error.message}` : ''}. Run it by hand to see why: npm install`);
  if (!versionOf(node24)) {
    fail(
      `The npm package "node" did not bring Node 24 to ${node24}. Install Node 24 yourself, or allow its install script: npm approve-scripts node && npm rebuild node`,
    );
  }
  writeFileSync(stamp, wanted);
}

/** npm tells the scripts it runs where it is itself. */
function npm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return { command: process.execPath, first: [script] };
  return { command: 'npm', first: [] };
}

function versionOf(binary) {
  if (!existsSync(binary)) return;
  const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return stdout?.startsWith('v24.') ? stdout.trim() : undefined;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = '', ...args] = process.argv.slice(2);
  process.exitCode = await run(name, args);
}
