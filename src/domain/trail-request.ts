import type { JsonObject } from './json.ts';

// How to read the request of an UpdateTrail. The console's save sends every field of the trail, as it was or as it
// becomes: the bucket always, and `""` for a key, topic or log group the trail never had. So in such a save an empty
// field is not a removed one and the bucket is not a new one, and only a baseline could tell. A call that names single
// fields (the command line, Terraform, the console's page for CloudWatch Logs) means what it names.
// UpdateTrail changes only what is given: an absent field says nothing at all.
// @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html

/** `field is false`, when the request says so. A false is explicit, also in a full save: the trail ends up without. */
export const findTurnedOff = (request: JsonObject, field: string): string | null =>
  isFalse(request[field]) ? `${field} is false` : null;

/** `field is empty`, when the request says so and is no full save. */
export const findEmptied = (request: JsonObject, field: string): string | null =>
  request[field] === '' && !isFullSave(request) ? `${field} is empty` : null;

/** `field is "value"`, when the request names where log files go and turns nothing on: then naming it is the change. */
export function findRedirected(request: JsonObject, field: 's3BucketName' | 's3KeyPrefix'): string | null {
  const value = request[field];
  return typeof value === 'string' && !turnsSomethingOn(request) ? `${field} is ${quote(value)}` : null;
}

/** Names the bucket and turns something on: the trail as a whole, not a single change. */
export const isFullSave = (request: JsonObject): boolean =>
  typeof request.s3BucketName === 'string' && turnsSomethingOn(request);

/** A text of the caller as evidence: quoted, so that it cannot be taken for our words, and cut. */
export const quote = (text: string): string =>
  JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);

/** The first few of many. */
export const quoteSome = (texts: readonly string[]): string =>
  texts.slice(0, 5).map(quote).join(', ') + (texts.length > 5 ? ', …' : '');

const NO_SETTING = ['name', 's3BucketName', 's3KeyPrefix'];

const turnsSomethingOn = (request: JsonObject): boolean =>
  Object.entries(request).some(
    ([field, value]) => !NO_SETTING.includes(field) && value !== '' && value !== null && !isFalse(value),
  );

const isFalse = (value: unknown): boolean => value === false || value === 'false';
