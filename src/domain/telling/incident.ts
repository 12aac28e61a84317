import type { Impaired } from './impaired.ts';
import type { TrailReport } from './report.ts';

/** So many good reads in a row close an incident. */
export const GOOD_READS_TO_CLOSE = 2;

/**
 * Everything about one trail from its first impairment to two good reads in a row. `dark` is a trail that is impaired in any way,
 * `lit` one that is as it must be. Times are milliseconds.
 */
export interface Incident {
  readonly id: string;
  readonly openedAt: number;
  readonly state: 'dark' | 'lit' | 'closed';
  /** What impaired it last: nothing was recorded. */
  readonly wasDark: boolean;
  /** What the trail lacks at present, and since when. */
  readonly impaired: Impaired;
  /** Times the trail was impaired. */
  readonly times: number;
  /** Impairments found in the state whose call has not come yet. */
  readonly unexplained: number;
  /** Ids of the techniques of these. */
  readonly unexplainedBy: readonly string[];
  /** The last calls that were counted, so that a second delivery of one counts nothing. */
  readonly eventIds: readonly string[];
  readonly goodReads: number;
  /** When the present darkness began, or the last one while the trail is lit; null when that is not known. */
  readonly darkFrom: number | null;
  /** AWS's time of the last stop that was counted. */
  readonly lastStopAt: number | null;
  /** The message about it, while it waits for the event that says who it was; null when none waits. */
  readonly waiting: TrailReport | null;
  /** Whose calls were told. */
  readonly principals: readonly string[];
  /** Ids of the techniques that were told. */
  readonly techniqueIds: readonly string[];
  readonly told: {
    readonly at: number;
    readonly state: 'dark' | 'lit';
    readonly times: number;
    /** Of these, impairments that were told without knowing who did it. */
    readonly unexplained: number;
    /** When the present darkness was first told, and how often people were reminded of it. */
    readonly darkSince: number;
    readonly reminders: number;
  } | null;
}
