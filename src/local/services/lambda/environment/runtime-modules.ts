import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { World } from '../../../endpoint/world.ts';

/** Scopes of the packages that Lambda's Node.js runtimes bring along. */
const SCOPES = ['@aws-sdk', '@smithy'];

/** Folders of packages that functions may load although their code does not contain them, by scope. */
export function runtimeScopes({ settings }: World): ReadonlyMap<string, string> {
  const folder = settings.runtimeModules ?? nearestModules();
  if (!folder) return new Map();
  const present = SCOPES.filter((scope) => existsSync(join(folder, scope)));
  return new Map(present.map((scope) => [scope, join(folder, scope)]));
}

const nearestModules = () =>
  createRequire(import.meta.url)
    .resolve.paths('@aws-sdk')
    ?.find((folder) => existsSync(join(folder, '@aws-sdk')));
