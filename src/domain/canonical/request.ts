import { isJsonObject, type JsonObject } from '../json.ts';
import type { Tags, TrailSettings } from '../parts.ts';
import { flagOf, objectsOf, textOf, textOrNull } from './fields.ts';
import { canonicalTags } from './tags.ts';

/**
 * A request or response as CloudTrail records it, with the names of the API: records start every field in lower case.
 * @example withApiNames({ s3BucketName: 'b' }) // { S3BucketName: 'b' }
 */
export function withApiNames(recorded: unknown): unknown {
  if (Array.isArray(recorded)) return recorded.map(withApiNames);
  if (!isJsonObject(recorded)) return recorded;
  return Object.fromEntries(
    Object.entries(recorded).map(([name, value]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      withApiNames(value),
    ]),
  );
}

const TEXTS = [
  'S3KeyPrefix',
  'CloudWatchLogsLogGroupArn',
  'CloudWatchLogsRoleArn',
  'KmsKeyId',
] as const satisfies readonly (keyof TrailSettings)[];

const FLAGS = [
  'IncludeGlobalServiceEvents',
  'IsMultiRegionTrail',
  'IsOrganizationTrail',
  'RecursiveLogging',
] as const satisfies readonly (keyof TrailSettings)[];

/**
 * The settings that a CreateTrail's or UpdateTrail's recorded request names; the others it leaves as they are. A text that
 * is given empty clears its field.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html
 */
export function trailFieldsOfRequest(request: JsonObject): Partial<TrailSettings> {
  const given = withApiNames(request) as JsonObject;
  const fields: [keyof TrailSettings, unknown][] = [];
  // A bucket cannot be cleared.
  if (textOrNull(given.S3BucketName)) fields.push(['S3BucketName', given.S3BucketName]);
  if (isText(given.SnsTopicName)) fields.push(['SnsTopicARN', textOrNull(given.SnsTopicName)]);
  if (isFlag(given.EnableLogFileValidation))
    fields.push(['LogFileValidationEnabled', flagOf(given.EnableLogFileValidation, false)]);
  for (const name of TEXTS) if (isText(given[name])) fields.push([name, textOrNull(given[name])]);
  for (const name of FLAGS) if (isFlag(given[name])) fields.push([name, flagOf(given[name], false)]);
  return Object.fromEntries(fields);
}

/** The tags after a recorded AddTags or RemoveTags. */
export function tagsAfterRequest(before: Tags, eventName: string, request: JsonObject): Tags {
  const { TagsList } = withApiNames(request) as JsonObject;
  if (eventName === 'AddTags') return canonicalTags({ ...before, ...canonicalTags(TagsList) });
  const removed = new Set(objectsOf(TagsList).map(({ Key }) => textOf(Key)));
  return Object.fromEntries(Object.entries(before).filter(([key]) => !removed.has(key)));
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isFlag = (value: unknown): boolean =>
  typeof value === 'boolean' || value === 'true' || value === 'false';
