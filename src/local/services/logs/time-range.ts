interface TimeRange {
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
}

/** Whether an event lies in a range: its start belongs to it, its end does not. */
export const isWithin =
  ({ startTime = Number.NEGATIVE_INFINITY, endTime = Number.POSITIVE_INFINITY }: TimeRange) =>
  ({ timestamp }: { readonly timestamp: number }): boolean =>
    timestamp >= startTime && timestamp < endTime;
