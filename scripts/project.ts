import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const inRoot = (...parts: readonly string[]): string => path.join(ROOT, ...parts);

/** Runs a package's own program under this Node. @returns its exit code, and what it printed unless `show` */
export function runNode(
  script: string,
  args: readonly string[],
  { show = true }: { show?: boolean } = {},
): Promise<{ readonly code: number; readonly output: string }> {
  const stdio = show ? ('inherit' as const) : ('pipe' as const);
  const child = spawn(process.execPath, [inRoot(script), ...args], {
    cwd: ROOT,
    stdio: ['inherit', stdio, stdio],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
