import { afterEach, describe, expect, it, test } from 'vitest';
import { synthesizeTemplate } from '../scripts/synthesize-template.ts';
import type { EmbeddedAws } from '../src/local/run/start.ts';
import { guardedAccount } from './guarded-account.ts';
import { resolveTemplate, type Template } from './template-resolver.ts';

const template = JSON.parse(synthesizeTemplate('exports.handler = async () => {};')) as Template;

/** What each parameter is when it is given. */
const GIVEN = {
  BucketArns: 'arn:aws:s3:::logs,arn:aws:s3:::more-logs',
  KeyArns: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  TopicArns: 'arn:aws:sns:eu-central-1:111122223333:trail-delivery',
  LogGroupArns: 'arn:aws:logs:eu-central-1:111122223333:log-group:/aws/trail',
  LogsRoleArn: 'arn:aws:iam::111122223333:role/service-role/CloudTrailLogs',
  EncryptionKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
} as const;

type Parameters = Readonly<Record<string, string>>;

const either = <T>(values: readonly T[], one: T): readonly (readonly T[])[] => [values, [...values, one]];

/** Every choice of parameters that are given, the others left empty. */
const CHOICES: readonly Parameters[] = Object.entries(GIVEN)
  .reduce<readonly (readonly (readonly [string, string])[])[]>(
    (choices, one) => choices.flatMap((choice) => either(choice, one)),
    [[]],
  )
  .map((choice) => Object.fromEntries(choice));

const scopes = template.Parameters.RestoreScope?.AllowedValues as readonly string[];
const modes = template.Parameters.Mode?.AllowedValues as readonly string[];

const EVERY: readonly Parameters[] = modes.flatMap((Mode) =>
  scopes.flatMap((RestoreScope) => CHOICES.map((choice) => ({ Mode, RestoreScope, ...choice }))),
);

type Node = Readonly<Record<string, unknown>>;

/** Every object in a value, with where it is. */
function* objectsIn(value: unknown, path: string): Generator<readonly [string, Node]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Node];
  for (const [key, member] of Object.entries(value)) yield* objectsIn(member, `${path}.${key}`);
}

const isEmpty = (value: unknown): boolean =>
  value === '' || (Array.isArray(value) ? value.length === 0 || value.some(isEmpty) : value === undefined);

/** Where a policy has a statement that IAM would call malformed: no action, or no resource in what is no trust. */
function emptyStatements(parameters: Parameters): readonly string[] {
  const resources = resolveTemplate(template, { SecurityContactEmail: 'a@b.example', ...parameters });
  return [...objectsIn(resources, '')]
    .filter(([, { Effect }]) => Effect !== undefined)
    .filter(
      ([path, { Action, Resource }]) =>
        isEmpty(Action) || (!path.includes('AssumeRolePolicyDocument') && isEmpty(Resource)),
    )
    .map(([path]) => path);
}

/** EventBridge refuses a pattern with a field that takes no value. */
function emptyPatterns(parameters: Parameters): readonly string[] {
  const resources = resolveTemplate(template, { SecurityContactEmail: 'a@b.example', ...parameters });
  const patterns = Object.entries(resources).map(([name, { Properties }]) => [
    name,
    Properties?.EventPattern,
  ]);
  return [...objectsIn(Object.fromEntries(patterns), '')]
    .filter(([, fields]) => Object.values(fields).some((value) => Array.isArray(value) && isEmpty(value)))
    .map(([path]) => path);
}

describe('whatever is given and however far the guard may go', () => {
  test('all choices are tried', () => {
    expect(EVERY).toHaveLength(modes.length * scopes.length * 2 ** Object.keys(GIVEN).length);
    expect(scopes).toEqual(['logging', 'trail', 'trail-and-destination']);
  });

  test.each(EVERY)('no policy has an empty statement, and no rule an empty field: %o', (parameters) => {
    expect(emptyStatements(parameters)).toEqual([]);
    expect(emptyPatterns(parameters)).toEqual([]);
  });
});

/** The key would have to be there: test/customer-key.test.ts has one. */
const { EncryptionKeyArn: _key, ...NAMED } = GIVEN;

describe('CloudFormation takes the template', () => {
  let aws: EmbeddedAws | undefined;

  afterEach(async () => {
    await aws?.close();
    aws = undefined;
  });

  it.each<readonly [string, Parameters]>([
    ['for the whole destination, of which nothing is given', {}],
    ['for log groups alone', { LogGroupArns: GIVEN.LogGroupArns }],
    ['for everything', NAMED],
    ['for everything, of which the scope takes nothing', { ...NAMED, RestoreScope: 'logging' }],
  ])('%s', async (_, parameters) => {
    aws = await guardedAccount({ parameters: { RestoreScope: 'trail-and-destination', ...parameters } });
    expect(aws.readInbox().length).toBeGreaterThan(0);
  });
});
