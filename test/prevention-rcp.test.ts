import { describe, expect, test } from 'vitest';
import { preventionPolicies } from '../src/cli/policy.ts';
import { decide, type Principal } from '../src/local/services/s3/resource-policy.ts';

const ARCHIVE = '444455556666';
const ORGANIZATION = 'o-abcdefghij';
const BUCKET = 'arn:aws:s3:::organization-logs';
const FILE = `${BUCKET}/AWSLogs/a.json.gz`;
const KEY = `arn:aws:kms:eu-central-1:${ARCHIVE}:key/0a1b2c3d`;

const { policies } = preventionPolicies('rcp', {
  bucketArns: [BUCKET],
  keyArns: [KEY],
  organizationId: ORGANIZATION,
  breakGlassRoleArns: [`arn:aws:iam::${ARCHIVE}:role/break-glass`],
  guardRoleArn: `arn:aws:iam::${ARCHIVE}:role/trailkeeper-FunctionRole-1`,
});

interface Who {
  readonly principal: Principal;
  readonly context: readonly (readonly [string, string])[];
}

const identity = (arn: string, organization: string | undefined, isSecure = true): Who => ({
  principal: { arn, accountId: arn.split(':')[4] ?? '' },
  context: [
    ['aws:PrincipalArn', arn],
    ['aws:PrincipalIsAWSService', 'false'],
    ['aws:SecureTransport', String(isSecure)],
    ...(organization ? [['aws:PrincipalOrgID', organization] as const] : []),
  ],
});
const inOrganization = (name: string) => identity(`arn:aws:iam::${ARCHIVE}:${name}`, ORGANIZATION);
const service = (host: string, ...source: readonly (readonly [string, string])[]): Who => ({
  principal: { service: host },
  context: [
    ['aws:PrincipalIsAWSService', 'true'],
    ['aws:PrincipalServiceName', host],
    ['aws:SecureTransport', 'true'],
    ...source,
  ],
});
const cloudTrailFor = (organization: string) =>
  service(
    'cloudtrail.amazonaws.com',
    ['aws:SourceOrgID', organization],
    ['aws:SourceAccount', '111122223333'],
  );

const GUARD = inOrganization('role/trailkeeper-FunctionRole-1');
const isDenied = ({ principal, context }: Who, action: string, resource: string): boolean =>
  policies.some(
    ({ text }) => decide(text, { principal, action, resource, context: new Map(context) }) === 'denied',
  );

const DELETING = [
  ['s3:DeleteObject', FILE],
  ['s3:DeleteObjectVersion', FILE],
  ['s3:DeleteBucket', BUCKET],
  ['kms:ScheduleKeyDeletion', KEY],
  ['kms:DisableKey', KEY],
] as const;
const SETTING = [
  ['s3:PutBucketPolicy', BUCKET],
  ['s3:PutLifecycleConfiguration', BUCKET],
  ['s3:PutBucketVersioning', BUCKET],
  ['kms:PutKeyPolicy', KEY],
] as const;
const USING = [
  ['s3:GetObject', FILE],
  ['s3:ListBucket', BUCKET],
  ['kms:Decrypt', KEY],
  ['kms:DescribeKey', KEY],
] as const;
const DELIVERING = [
  ['s3:GetBucketAcl', BUCKET],
  ['s3:PutObject', FILE],
  ['kms:GenerateDataKey', KEY],
] as const;

describe('the resource control policy', () => {
  test('is one, within AWS’s size, that only denies and names everybody', () => {
    const [{ document, characters } = { document: { Statement: [] }, characters: Infinity }] = policies;
    expect([policies.length, characters <= 5120]).toEqual([1, true]);
    for (const statement of document.Statement)
      expect(statement).toMatchObject({ Effect: 'Deny', Principal: '*' });
  });

  test.each([
    ['the administrator', inOrganization('role/admin')],
    ['the root user', inOrganization('root')],
    ['a role named like the guard’s', inOrganization('role/trailkeeper-FunctionRole-2')],
    ['a role of a longer name', inOrganization('role/break-glass-2')],
  ])('lets %s use, but neither delete nor change', (_, who) => {
    for (const [action, resource] of USING) expect(isDenied(who, action, resource)).toBe(false);
    for (const [action, resource] of [...DELETING, ...SETTING])
      expect(isDenied(who, action, resource)).toBe(true);
  });

  test('lets the guard put back, but not delete', () => {
    for (const [action, resource] of [...USING, ...SETTING])
      expect(isDenied(GUARD, action, resource)).toBe(false);
    for (const [action, resource] of DELETING) expect(isDenied(GUARD, action, resource)).toBe(true);
  });

  test('lets the break-glass role do everything', () => {
    for (const [action, resource] of [...USING, ...SETTING, ...DELETING])
      expect(isDenied(inOrganization('role/break-glass'), action, resource)).toBe(false);
  });

  test.each([
    ['of another organization', identity('arn:aws:iam::999988887777:role/break-glass', 'o-zzzzzzzzzz')],
    ['of none', identity('arn:aws:iam::999988887777:user/mallory', undefined)],
    ['who can be read on the way', identity(`arn:aws:iam::${ARCHIVE}:role/break-glass`, ORGANIZATION, false)],
  ])('lets nobody in %s', (_, who) => {
    for (const [action, resource] of [...USING, ...DELIVERING])
      expect(isDenied(who, action, resource)).toBe(true);
  });

  test('lets CloudTrail deliver for the organization, and for no other', () => {
    for (const [action, resource] of DELIVERING) {
      expect(isDenied(cloudTrailFor(ORGANIZATION), action, resource)).toBe(false);
      expect(isDenied(cloudTrailFor('o-zzzzzzzzzz'), action, resource)).toBe(true);
    }
  });

  test('lets services in that act for nobody’s resource', () => {
    expect(isDenied(service('s3.amazonaws.com'), 'kms:Decrypt', KEY)).toBe(false);
  });

  test('does not speak of other buckets and keys', () => {
    const outsider = identity('arn:aws:iam::999988887777:user/mallory', undefined);
    expect(isDenied(outsider, 's3:GetObject', 'arn:aws:s3:::public/a')).toBe(false);
  });
});
