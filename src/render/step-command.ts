import type { JsonObject } from '../domain/json.ts';
import { RESTORING_CALLS } from '../domain/restoring-call.ts';
import type { Step } from '../domain/step.ts';
import { REGION } from './console-link.ts';
import { shellJson, shellWord } from './shell-word.ts';

/** Longer ones nobody reads, and nobody should run what he cannot read: a policy is put back by `trailkeeper restore`. */
const LONGEST = 480;
const MOST_ESCAPES = 16;

/**
 * A step as a command of the AWS CLI, for a person to run; null when it is too long to be read. What was approved may hold
 * what somebody else wrote once, so it is written that no shell does anything with it.
 * @see https://docs.aws.amazon.com/cli/latest/reference/ for the spelling: that of the API, in lower case with hyphens
 */
export function writeStepCommand({
  call,
  input,
  region,
}: Pick<Step, 'call' | 'input' | 'region'>): string | null {
  const { service } = RESTORING_CALLS[call];
  if (!REGION.test(region)) return null;
  const start = `aws ${CLI_NAMES[service] ?? service} ${hyphenate(call)}`;
  const command = `${start} ${writeOptions(input)} --region ${region}`;
  const escapes = command.split('\\u').length - 1;
  return command.length <= LONGEST && escapes <= MOST_ESCAPES ? command : null;
}

/** `aws s3` is another tool. */
const CLI_NAMES: Readonly<Record<string, string>> = { s3: 's3api' };

/** `S3BucketName` → `s3-bucket-name`, as botocore's `xform_name` does. */
const hyphenate = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase();

/** Plain options where each value can be written as such, else all of them as one JSON document. */
function writeOptions(input: JsonObject): string {
  const options = Object.entries(input).map(([name, value]) => writeOption(hyphenate(name), value));
  return options.includes(null) ? `--cli-input-json ${shellJson(input)}` : options.join(' ');
}

function writeOption(name: string, value: unknown): string | null {
  if (!/^[a-z][a-z\d-]*$/.test(name)) return null;
  if (typeof value === 'boolean') return value ? `--${name}` : `--no-${name}`;
  if (typeof value === 'number') return `--${name} ${value}`;
  if (typeof value === 'object' && value !== null) return `--${name} ${shellJson(value)}`;
  const word = typeof value === 'string' ? shellWord(value) : null;
  return word && `--${name} ${word}`;
}
