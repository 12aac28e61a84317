import type { PartName } from '../parts.ts';
import { BASELINE_SCHEMA, type Baseline } from './baseline.ts';
import { canonicalJson } from './baseline-json.ts';
import { type BaselineHead, HEAD_SHAPES } from './baseline-read.ts';
import { checkShape, type Shape } from './baseline-shape.ts';
import { list, oneOf, record, text } from './baseline-shapes.ts';

/** The files that a baseline's parts are kept in, so that a change of one thing is a change of one file. */
export const GROUPS = ['trail', 'bucket', 'key', 'topic', 'log-group', 'role'] as const;
export type Group = (typeof GROUPS)[number];

/** What a part belongs to is the first word of its name; what the trail itself holds has none. */
export function groupOf(part: PartName): Group {
  const [owner = ''] = part.split('.');
  if (owner === 'logGroup') return 'log-group';
  return GROUPS.find((group) => group === owner) ?? 'trail';
}

/** How one file is kept. */
export interface FileEntry {
  /** `json`: as it is. `gzip`: compressed, in Base64. */
  readonly encoding: 'json' | 'gzip';
  /** Of each piece as it is stored, in order. More than one piece: a single parameter would be too small. */
  readonly sha256: readonly string[];
}

/**
 * The first file of a baseline, written last: it names every other by its content, so whoever wrote the manifest
 * vouches for all of them.
 */
export interface Manifest extends BaselineHead {
  readonly files: { readonly [Name in Group]?: FileEntry };
}

export const MANIFEST = 'manifest';

/** The name of a piece: `bucket`, or `bucket.1` and on where there are several. */
export const pieceName = (group: Group, index: number, pieces: number): string =>
  pieces === 1 ? group : `${group}.${index + 1}`;

export const MOST_PIECES = 32;
const entryShape: Shape = record<FileEntry>({
  encoding: oneOf('json', 'gzip'),
  sha256: list(text('a SHA-256 in hexadecimal', /^[0-9a-f]{64}$/, 64)),
});
const { trail, ...others } = Object.fromEntries(GROUPS.map((group) => [group, entryShape])) as {
  [Name in Group]: Shape;
};
const manifestShape = record<Manifest>({
  ...HEAD_SHAPES,
  files: record<{ trail: FileEntry } & Manifest['files']>({ trail }, others),
});

export function readManifest(
  value: string,
): { readonly manifest: Manifest } | { readonly mistakes: readonly string[] } {
  const parsed = parseJson(value);
  const mistakes = checkShape(manifestShape, parsed);
  if (mistakes.length > 0) return { mistakes: mistakes.map((mistake) => `manifest: ${mistake}`) };
  const manifest = parsed as Manifest;
  const odd = Object.values(manifest.files).some(
    ({ sha256 }) => sha256.length === 0 || sha256.length > MOST_PIECES,
  );
  return odd ? { mistakes: [`manifest: a file has 1 to ${MOST_PIECES} pieces`] } : { manifest };
}

/** @returns undefined for what is no JSON */
export function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

export const writeManifest = ({ parts: _, ...head }: Baseline, files: Manifest['files']): string =>
  canonicalJson({ ...head, schema: BASELINE_SCHEMA, files } satisfies Manifest);

/** The pieces that a manifest names, with what each must be. */
export const piecesOf = ({
  files,
}: Manifest): readonly { readonly name: string; readonly sha256: string }[] =>
  GROUPS.flatMap((group) => {
    const { sha256 = [] } = files[group] ?? {};
    return sha256.map((one, index) => ({ name: pieceName(group, index, sha256.length), sha256: one }));
  });
