/** Room for a restore under CloudTrail's throttling and for the read that proves it. */
export const FUNCTION_TIMEOUT_SECONDS = 60;
