/** A time in which changes of a trail are its owner's: they are told, and not undone. */
export interface MaintenanceWindow {
  readonly schema: 'trailkeeper.window/1';
  readonly trailArn: string;
  /** ISO 8601; at most four hours after it was written. */
  readonly until: string;
  /** Why, in its opener's words. */
  readonly reason: string;
  /** StopLogging is covered only when it is named. */
  readonly coversStopLogging: boolean;
}
