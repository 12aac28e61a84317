import type { Part } from '../snapshot.ts';
import type { Baseline } from './baseline.ts';

/** Where baselines are kept, each version with the name of who wrote it. Every method may throw: SSM can refuse to answer. */
export interface BaselineStore {
  /** Every stored baseline, but for those that a flood of other parameters hides. */
  list(): Promise<StoredBaselines>;
  /** One, asked for by name, so that nothing can hide it; undefined when none is stored. */
  read(trail: BaselineKey): Promise<StoredBaseline | undefined>;
  /** Every version that the store still has, the newest first; each is put together from what its manifest names. */
  readHistory(trail: BaselineKey): Promise<readonly StoredBaseline[]>;
  /**
   * Stores a new version.
   * @param expected the `parameterVersion` that it follows; 0 when there was none. Without it, whatever is stored gives way
   */
  write(baseline: Baseline, expected?: number): Promise<WriteResult>;
  /** Stores the first version. It never replaces one, whatever that says. */
  create(baseline: Baseline): Promise<CreateResult>;
}

/** What names a trail's baseline: no two trails of an account share both. */
export interface BaselineKey {
  readonly name: string;
  readonly homeRegion: string;
}

export interface StoredBaselines {
  readonly stored: readonly StoredBaseline[];
  /** False when more parameters lie there than are read: then a baseline may be stored that is not listed. */
  readonly isWhole: boolean;
}

/** One stored version, whatever it is worth: nothing of it counts before `judgeBaseline` says so. */
export interface StoredBaseline {
  readonly key: BaselineKey;
  readonly content: BaselineReading;
  /** Counts the writes of the manifest. */
  readonly parameterVersion: number;
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number;
  /** The ARN of who wrote the manifest, as AWS tells it. The manifest vouches for every file it names. */
  readonly writer: Part<string>;
  /** Files that were written since and are not what the manifest names: `content` is made of the version that is. */
  readonly strays: readonly Stray[];
}

/** What was made of a document from outside. */
export type BaselineReading = { readonly baseline: Baseline } | { readonly mistakes: readonly string[] };

export interface Stray {
  readonly file: string;
  readonly writer: Part<string>;
}

/** `conflict`: somebody else wrote a version since. `refused`: it cannot be stored, or the store would not take it. */
export type WriteResult =
  | { readonly result: 'written'; readonly parameterVersion: number }
  | { readonly result: 'conflict' | 'refused'; readonly why: string };

export type CreateResult =
  | { readonly result: 'created' }
  | { readonly result: 'exists' }
  | { readonly result: 'refused'; readonly why: string };
