import { spawn } from 'node:child_process';
import { inRoot } from '../scripts/project.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface How {
  readonly input?: string;
  readonly main?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Runs the built command line as a user does, without a terminal. */
export function trailkeeper(
  args: readonly string[],
  { input = '', main = inRoot('dist/cli/main.js'), environment = {} }: How = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, NO_COLOR: '1', ...environment },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
