import type { JsonObject } from './json.ts';

/**
 * CloudTrail's event history: management events of 90 days, per Region, whether or not a trail logs. An event shows up there
 * minutes after it happened. Two requests a second.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export interface EventHistory {
  /** The record of one event; null when the history does not show it (yet). */
  findEvent(eventId: string, region: string): Promise<JsonObject | null>;
  /** Records of an interval, the newest first. */
  lookUp(query: HistoryQuery): Promise<HistoryPage>;
  /** The Regions that the account can use: each has an event history of its own. */
  listRegions(): Promise<readonly string[]>;
}

/** Times are milliseconds since the epoch. */
export interface HistoryQuery {
  readonly region: string;
  readonly since: number;
  readonly until: number;
  /** One attribute at most, as LookupEvents takes it. Left out: every management event. */
  readonly attribute?: {
    readonly key: 'EventName' | 'EventSource' | 'ResourceName' | 'ReadOnly';
    readonly value: string;
  };
  /** Records to read at most. */
  readonly atMost: number;
}

interface HistoryPage {
  readonly records: readonly JsonObject[];
  /** There are more than were asked for. */
  readonly isCut: boolean;
}
