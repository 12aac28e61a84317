/** Members that are maps: their keys are the caller's own and stay as they are. */
const MAPS: readonly string[] = [
  'AffectedResources',
  'Attributes',
  'Labels',
  'MessageAttributes',
  'Tags',
  'Variables',
];

/**
 * A call's input or output with its names as CloudTrail writes them. What JSON cannot hold, and code, is left out.
 * @example lowerCamel({ S3BucketName: 'b' }) // { s3BucketName: 'b' }
 */
export function lowerCamel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerCamel);
  if (value instanceof Date) return recordedDate(value);
  if (!isPlainObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => isRecordable(member));
  return Object.fromEntries(
    members.map(([name, member]) => [
      lowerFirst(name),
      MAPS.includes(name) && isPlainObject(member) ? { ...member } : lowerCamel(member),
    ]),
  );
}

/** `S3BucketName` becomes `s3BucketName`; a leading abbreviation stays, as in KMS's `AWSAccountId`. */
const lowerFirst = (name: string) =>
  /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** Dates in requests and responses look like `Jul 30, 2024, 9:46:15 PM`. */
const recordedDate = (date: Date) =>
  date
    .toLocaleString('en-US', { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'medium' })
    // Newer runtimes put a narrow space that does not break before AM and PM.
    .replace(/\s/g, ' ');

const isRecordable = (value: unknown) =>
  value !== undefined &&
  (value === null ||
    typeof value !== 'object' ||
    Array.isArray(value) ||
    isPlainObject(value) ||
    value instanceof Date);

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));
