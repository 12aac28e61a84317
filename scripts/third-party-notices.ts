import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { inRoot } from './project.ts';

/** The licences of the packages whose code was bundled: they ask to be passed on with it. */
export function thirdPartyNotices(metafiles: readonly Metafile[]): string {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = new Set(inputs.flatMap((input) => packageFolder(input) ?? []));
  const byText = Map.groupBy([...folders].sort(), licenceOf);
  const notices = [...byText].map(
    ([text, packages]) => `${packages.map(nameOf).join('\n')}\n\n${text.trim()}\n`,
  );
  return `This package contains code of the packages named below, each under its own licence.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** `node_modules/@scope/name` of a bundled file; undefined for one of ours. */
const packageFolder = (input: string) => /^.*node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(input)?.[0];

function nameOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(inRoot(folder, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})`;
}

function licenceOf(folder: string): string {
  const file = readdirSync(inRoot(folder)).find((name) => /^licen[cs]e/i.test(name));
  if (file) return readFileSync(inRoot(folder, file), 'utf8');
  const notice = path.join(folder, 'NOTICE');
  return existsSync(inRoot(notice)) ? readFileSync(inRoot(notice), 'utf8') : 'See the package.';
}
