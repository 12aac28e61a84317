import type { PartName, PartValues } from './parts.ts';
import type { Trail, TrailStatus } from './trail.ts';

/** A part of the state: read, or unread with the reason. An unread part is never taken for "absent" or "fine". */
export type Part<T> =
  | { readonly read: true; readonly value: T }
  | {
      readonly read: false;
      readonly reason: string;
      /** It is another account's: the guard there watches it. */
      readonly isElsewhere?: true;
      /** It was approved as this account’s, and another account has its name now. */
      readonly isTaken?: true;
    };

/** The parts that were looked at, each read or not. */
export type PartsRead = { readonly [Name in PartName]?: Part<PartValues[Name]> };

/** What was read of one trail. */
export interface Snapshot {
  readonly trail: Trail;
  readonly status: Part<TrailStatus>;
  /** Parts that were not looked at are absent. */
  readonly parts: PartsRead;
  /** There is no such trail any more. */
  readonly isGone: boolean;
  /** When it was read, in milliseconds since the epoch. */
  readonly at: number;
}

/** Reads a part; whatever goes wrong becomes its reason. */
export async function readPart<T>(read: () => Promise<T>): Promise<Part<T>> {
  try {
    return { read: true, value: await read() };
  } catch (error) {
    return {
      read: false,
      reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}
