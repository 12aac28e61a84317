import type { PartName } from '../parts.ts';
import type { Baseline } from './baseline.ts';
import { canonicalJson } from './baseline-json.ts';
import {
  type FileEntry,
  GROUPS,
  type Group,
  groupOf,
  MANIFEST,
  type Manifest,
  MOST_PIECES,
  pieceName,
  writeManifest,
} from './baseline-manifest.ts';

/** What Node does for the domain. Texts are UTF-8; compressed data is Base64. */
export interface Packing {
  /** In hexadecimal. */
  sha256(text: string): string;
  gzip(text: string): string;
  /** @throws Error for what is no gzip, or longer than `mostBytes` when unpacked */
  gunzip(base64: string, mostBytes: number): string;
}

export interface StoredFile {
  readonly name: string;
  readonly text: string;
}

/**
 * What a parameter holds in the standard tier, which costs nothing, and in the advanced one.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
 */
const STANDARD_BYTES = 4096;
const MOST_BYTES = 8192;

/** A baseline as files that fit into parameters, the manifest last: until it is written, the version before counts. */
export function splitBaseline(
  baseline: Baseline,
  packing: Packing,
): { readonly files: readonly StoredFile[] } | { readonly mistakes: readonly string[] } {
  const packed = GROUPS.flatMap((group) => packGroup(baseline, group, packing));
  const crowded = packed.find(({ pieces }) => pieces.length > MOST_PIECES);
  if (crowded) return { mistakes: [`${crowded.group}: is too large, even compressed`] };
  const entries: Manifest['files'] = Object.fromEntries(packed.map(({ group, entry }) => [group, entry]));
  const manifest = asValue(writeManifest(baseline, entries));
  if (bytesOf(manifest) > MOST_BYTES)
    return { mistakes: [`the manifest would have more than the ${MOST_BYTES} bytes that a parameter holds`] };
  return { files: [...packed.flatMap(({ pieces }) => pieces), { name: MANIFEST, text: manifest }] };
}

interface PackedGroup {
  readonly group: Group;
  readonly entry: FileEntry;
  readonly pieces: readonly StoredFile[];
}

function packGroup({ parts }: Baseline, group: Group, packing: Packing): readonly PackedGroup[] {
  const own = Object.entries(parts).filter(([name]) => groupOf(name as PartName) === group);
  if (own.length === 0) return [];
  const plain = asValue(canonicalJson(Object.fromEntries(own)));
  const isPlain = bytesOf(plain) <= STANDARD_BYTES;
  const texts = isPlain ? [plain] : cut(packing.gzip(plain));
  return [
    {
      group,
      entry: { encoding: isPlain ? 'json' : 'gzip', sha256: texts.map((text) => packing.sha256(text)) },
      pieces: texts.map((text, index) => ({ name: pieceName(group, index, texts.length), text })),
    },
  ];
}

/**
 * Parameter Store refuses a value with `{{` in it, which it takes for another parameter's name. In JSON that can only
 * stand in a text, where a brace may be escaped.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 */
const asValue = (json: string): string => json.replaceAll('{{', '{\\u007b');

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Base64 has one byte a character. */
const cut = (base64: string): readonly string[] =>
  Array.from({ length: Math.ceil(base64.length / MOST_BYTES) }, (_, index) =>
    base64.slice(index * MOST_BYTES, (index + 1) * MOST_BYTES),
  );
