import type { JsonObject } from '../json.ts';

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

/** `field is "value"`, when the request names where log files go and is no full save: then naming it is the change. */
export function findRedirected(request: JsonObject, field: 's3BucketName' | 's3KeyPrefix'): string | null {
  const value = request[field];
  return typeof value === 'string' && !isFullSave(request) ? `${field} is ${quote(value)}` : null;
}

/**
 * Names the bucket and most settings beside it, some of them on: the trail as a whole, not single changes. One harmless
 * flag beside a bucket does not make it one.
 */
export const isFullSave = (request: JsonObject): boolean => {
  const settings = Object.entries(request).filter(([field]) => !NO_SETTING.includes(field));
  const isOn = ([, value]: readonly [string, unknown]) => value !== '' && value !== null && !isFalse(value);
  return (
    typeof request.s3BucketName === 'string' && settings.length >= SETTINGS_OF_A_SAVE && settings.some(isOn)
  );
};

/** A text of the caller as evidence: quoted, so that it cannot be taken for our words, and cut. */
export const quote = (text: string): string =>
  JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);

/** The first few of many. */
export const quoteSome = (texts: readonly string[]): string =>
  texts.slice(0, 5).map(quote).join(', ') + (texts.length > 5 ? ` and ${texts.length - 5} more` : '');

const NO_SETTING = ['name', 's3BucketName', 's3KeyPrefix'];
/** The console sends about seven. */
const SETTINGS_OF_A_SAVE = 3;

const isFalse = (value: unknown): boolean => value === false || value === 'false';
