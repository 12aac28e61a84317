import { isJsonObject, type JsonObject } from '../json.ts';
import type { PartName } from '../parts.ts';
import { type Group, groupOf, type Manifest, parseJson, piecesOf } from './baseline-manifest.ts';
import { readBaseline } from './baseline-read.ts';
import type { Packing } from './baseline-split.ts';
import type { BaselineReading } from './baseline-store.ts';

/** Far more than any group has, and little enough for the function's memory: a few KB of gzip can unpack to gigabytes. */
const MOST_UNPACKED_BYTES = 1_000_000;

/**
 * Puts a baseline together from what its manifest names. Pieces are found by what they are, not by where they lie, so
 * that one from the history is as good as the newest.
 * @param pieces texts by their SHA-256, more than are needed or fewer
 */
export function joinBaseline(
  manifest: Manifest,
  pieces: ReadonlyMap<string, string>,
  { gunzip }: Pick<Packing, 'gunzip'>,
): BaselineReading {
  const lost = piecesOf(manifest).filter(({ sha256 }) => !pieces.has(sha256));
  if (lost.length > 0) return { mistakes: lost.map(({ name }) => `${name}: is not what the manifest names`) };
  const groups = Object.entries(manifest.files).map(([group, { encoding, sha256 }]) => {
    const text = sha256.map((one) => pieces.get(one)).join('');
    return readGroup(group as Group, encoding === 'json' ? text : unpack(text, gunzip));
  });
  const mistakes = groups.flatMap((group) => ('mistakes' in group ? group.mistakes : []));
  if (mistakes.length > 0) return { mistakes };
  const { files: _, ...head } = manifest;
  const parts = groups.flatMap((group) => ('parts' in group ? Object.entries(group.parts) : []));
  return readBaseline({ ...head, parts: Object.fromEntries(parts) });
}

function unpack(text: string, gunzip: Packing['gunzip']): string | undefined {
  try {
    return gunzip(text, MOST_UNPACKED_BYTES);
  } catch {
    return undefined;
  }
}

function readGroup(
  group: Group,
  text: string | undefined,
): { readonly parts: JsonObject } | { readonly mistakes: readonly string[] } {
  if (text === undefined)
    return { mistakes: [`${group}: is no gzip, or unpacks to more than ${MOST_UNPACKED_BYTES} bytes`] };
  const parts = parseJson(text);
  if (!isJsonObject(parts)) return { mistakes: [`${group}: is no JSON object`] };
  const strange = Object.keys(parts).find((name) => groupOf(name as PartName) !== group);
  return strange === undefined ? { parts } : { mistakes: [`${group}: has a part that belongs elsewhere`] };
}
