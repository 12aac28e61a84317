import { canonicalJson } from '../../domain/baseline/baseline-json.ts';
import type { PartName, TrailSettings } from '../../domain/parts.ts';
import type { TrailReader } from '../../domain/ports.ts';
import type { PartsRead } from '../../domain/snapshot.ts';

/** Which parts that a trail of these settings depends on are another account's. */
export type ElsewhereOf = (settings: TrailSettings) => readonly PartName[];

/** A reader that remembers what it was told lies elsewhere: a pass only says what is unread. */
export function noteElsewhere(trails: TrailReader): {
  readonly trails: TrailReader;
  readonly elsewhereOf: ElsewhereOf;
} {
  const noted = new Map<string, readonly PartName[]>();
  return {
    trails: {
      ...trails,
      async readDependencies(settings, about) {
        const read = await trails.readDependencies(settings, about);
        noted.set(canonicalJson(settings), partsElsewhere(read));
        return read;
      },
    },
    elsewhereOf: (settings) => noted.get(canonicalJson(settings)) ?? [],
  };
}

const partsElsewhere = (read: PartsRead): readonly PartName[] =>
  (Object.keys(read) as PartName[]).filter((name) => {
    const part = read[name];
    return part?.read === false && part.isElsewhere === true;
  });
