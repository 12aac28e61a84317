import type { NotedCall } from '../local/run/note-calls.ts';

/** Services whose name in the aws CLI differs from that of the SDK's client. */
const NAMES: Readonly<Record<string, string>> = {
  config: 'configservice',
  monitoring: 'cloudwatch',
  s3: 's3api',
};

/**
 * A call as a line for the aws CLI, quoted for a POSIX shell. What the CLI reads from a file stands as `fileb://FILE`.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters.html
 */
export function awsCommand({ service, operation, input, region }: NotedCall): string {
  const flags = Object.entries(input).flatMap(([name, value]) => flagFor(name, value));
  const where = region === undefined ? [] : [`--region ${region}`];
  return ['aws', NAMES[service] ?? service, kebab(operation), ...flags, ...where].join(' ');
}

function flagFor(name: string, value: unknown): readonly string[] {
  const flag = kebab(name);
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? `--${flag}` : `--no-${flag}`];
  return [`--${flag} ${argument(name, value)}`];
}

function argument(name: string, value: unknown): string {
  if (name === 'Body') return 'FILE';
  if (value instanceof Uint8Array) return 'fileb://FILE';
  if (isTexts(value)) return value.map(quote).join(' ');
  return quote(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** Lists of plain words are given one after the other; an empty one is JSON. */
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');

const quote = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * The CLI's way from AWS's names to its own: `KmsKeyId` is `kms-key-id`, `S3BucketName` is `s3-bucket-name`.
 * @see https://github.com/boto/botocore/blob/develop/botocore/__init__.py xform_name
 */
const kebab = (name: string): string =>
  name
    .replace(/[A-Z]{2,}s$/, (acronyms) => `-${acronyms.toLowerCase()}`)
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
