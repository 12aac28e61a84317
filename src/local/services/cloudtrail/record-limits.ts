const MAX_TEXT = 1024;
const MAX_CONTENT_BYTES = 100 * 1024;
const MAX_BUS_EVENT_BYTES = 256 * 1024;

/** User agents and error messages end after 1 KB. */
export const cut = (text: string): string => text.slice(0, MAX_TEXT);

/**
 * Content over 100 KB is left out of a record, with the reason in its place.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function capped(
  content: Readonly<Record<string, unknown>>,
  name: 'requestParameters' | 'responseElements',
): Readonly<Record<string, unknown>> {
  const originalSize = Buffer.byteLength(JSON.stringify(content));
  if (originalSize <= MAX_CONTENT_BYTES) return content;
  return { omitted: true, originalSize, reason: `${name} too large` };
}

/**
 * Whether a record is small enough for EventBridge and CloudWatch Logs.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
 */
export const fitsOnBus = (record: object): boolean =>
  Buffer.byteLength(JSON.stringify(record)) <= MAX_BUS_EVENT_BYTES;
