/**
 * How long one attempt of an SDK call may take. Without these a connection that never answers would use up the
 * function's whole time, and nothing would be told.
 */
export const ATTEMPT_LIMITS = {
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 },
} as const;
