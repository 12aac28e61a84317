import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preventionPolicies } from '../src/cli/policy.ts';
import { type Clients, connect, type Fields } from '../src/local/run/attacks/connect.ts';
import { allow, policy } from '../src/local/run/attacks/policies.ts';
import {
  ACCOUNT_ID,
  type EmbeddedAws,
  REGION,
  STRANGER_ACCOUNT_ID,
  startEmbeddedAws,
} from '../src/local/run/start.ts';
import { SkippingClock } from './skipping-clock.ts';

const BUCKET = 'organization-logs';
const bucketArn = `arn:aws:s3:::${BUCKET}`;
const TRAIL = `arn:aws:cloudtrail:${REGION}:${ACCOUNT_ID}:trail/organization`;
const ROLE = 'break-glass';
const breakGlassRoleArns = [`arn:aws:iam::${STRANGER_ACCOUNT_ID}:role/${ROLE}`];
const GUARD = `arn:aws:iam::${ACCOUNT_ID}:role/trailkeeper-FunctionRole-1A2B3C4D5E6F`;

const clock = new SkippingClock();
let aws: EmbeddedAws;
/** Owner of the trail, and administrator of the account for logs. */
let owner: Clients;
let archive: Clients;
let keyArn = '';

beforeAll(async () => {
  aws = await startEmbeddedAws({ quotas: false, clock });
  owner = connect(aws, aws.operator);
  archive = connect(aws, aws.stranger);
  const organizationId = await organize();
  await makeBreakGlass();
  keyArn = await makeKey(organizationId);
  await makeBucket(organizationId);
}, 60_000);
afterAll(() => aws?.close());

async function organize(): Promise<string> {
  const { Organization } = await owner.organizations('CreateOrganization', { FeatureSet: 'ALL' });
  const Target = { Type: 'ACCOUNT', Id: STRANGER_ACCOUNT_ID };
  const { Handshake } = await owner.organizations('InviteAccountToOrganization', { Target });
  await archive.organizations('AcceptHandshake', { HandshakeId: (Handshake as Fields).Id });
  await owner.organizations('EnableAWSServiceAccess', { ServicePrincipal: 'cloudtrail.amazonaws.com' });
  return String((Organization as Fields).Id);
}

async function makeBreakGlass(): Promise<void> {
  await archive.iam('CreateRole', {
    RoleName: ROLE,
    AssumeRolePolicyDocument: policy(
      allow({ AWS: `arn:aws:iam::${STRANGER_ACCOUNT_ID}:root` }, 'sts:AssumeRole'),
    ),
  });
  await archive.iam('PutRolePolicy', {
    RoleName: ROLE,
    PolicyName: 'everything',
    PolicyDocument: policy({ Effect: 'Allow', Action: '*', Resource: '*' }),
  });
}

/** A session of an hour. */
async function asBreakGlass(): Promise<Clients> {
  const { Credentials } = await archive.sts('AssumeRole', {
    RoleArn: breakGlassRoleArns[0],
    RoleSessionName: 'incident',
  });
  const { AccessKeyId, SecretAccessKey, SessionToken } = Credentials as Readonly<Record<string, string>>;
  return connect(aws, {
    userName: ROLE,
    accessKeyId: `${AccessKeyId}`,
    secretAccessKey: `${SecretAccessKey}`,
    sessionToken: `${SessionToken}`,
  });
}

const printed = (...args: Parameters<typeof preventionPolicies>) =>
  preventionPolicies(...args).policies[0]?.text ?? '';

async function makeKey(organizationId: string): Promise<string> {
  const { KeyMetadata } = await archive.kms('CreateKey', {});
  const arn = String((KeyMetadata as Fields).Arn);
  const options = {
    keyArns: [arn],
    trailArns: [TRAIL],
    breakGlassRoleArns,
    organizationId,
    guardRoleArn: GUARD,
  };
  const breakGlass = await asBreakGlass();
  await breakGlass.kms('PutKeyPolicy', { KeyId: arn, Policy: printed('key', options) });
  return arn;
}

async function makeBucket(organizationId: string): Promise<void> {
  await archive.s3('CreateBucket', {
    Bucket: BUCKET,
    CreateBucketConfiguration: { LocationConstraint: REGION },
  });
  await archive.s3('PutPublicAccessBlock', {
    Bucket: BUCKET,
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
  const options = {
    bucketArns: [bucketArn],
    keyArns: [keyArn],
    trailArns: [TRAIL],
    breakGlassRoleArns,
    organizationId,
    guardRoleArn: GUARD,
  };
  await archive.s3('PutBucketPolicy', { Bucket: BUCKET, Policy: printed('bucket', options) });
}

const create = (clients: Clients, Name: string, more: Fields = {}) =>
  clients.cloudtrail('CreateTrail', { Name, S3BucketName: BUCKET, ...more });
const denied = { name: expect.stringMatching(/AccessDenied/) };

describe('the printed policies of a bucket and its key', () => {
  it('let the organization’s trail deliver, log files and digests alike, of every account', async () => {
    await create(owner, 'organization', {
      KmsKeyId: keyArn,
      IsOrganizationTrail: true,
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
    });
    await owner.cloudtrail('StartLogging', { Name: TRAIL });
    await owner.sts('GetCallerIdentity');
    await archive.kms('DescribeKey', { KeyId: keyArn });
    clock.skip(2 * 3_600_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { LatestDeliveryError = '', LatestDigestDeliveryError = '' } = await owner.cloudtrail(
      'GetTrailStatus',
      { Name: TRAIL },
    );
    expect([LatestDeliveryError, LatestDigestDeliveryError]).toEqual(['', '']);
    const { Contents = [] } = (await archive.s3('ListObjectsV2', { Bucket: BUCKET })) as {
      Contents?: readonly { readonly Key: string }[];
    };
    const keys = Contents.map(({ Key }) => Key);
    for (const account of [ACCOUNT_ID, STRANGER_ACCOUNT_ID])
      expect(keys).toContainEqual(expect.stringMatching(`^AWSLogs/o-[^/]+/${account}/CloudTrail/`));
    expect(keys).toContainEqual(expect.stringMatching(/CloudTrail-Digest/));
  });

  it('let no other trail in, of whatever account', async () => {
    const insufficient = { name: 'InsufficientS3BucketPolicyException' };
    await expect(create(owner, 'another')).rejects.toMatchObject(insufficient);
    await expect(create(archive, 'theirs')).rejects.toMatchObject(insufficient);
  });

  it('let nobody forge a log file, the break-glass role neither', async () => {
    const file = {
      Bucket: BUCKET,
      Key: `AWSLogs/o-1/${ACCOUNT_ID}/CloudTrail/${REGION}/2026/11/21/forged.json.gz`,
      Body: 'x',
    };
    for (const clients of [archive, owner, await asBreakGlass()])
      await expect(clients.s3('PutObject', file)).rejects.toMatchObject(denied);
  });

  it('let nobody delete a log file or take the bucket’s protection away, but the break-glass role', async () => {
    const { Contents = [] } = (await archive.s3('ListObjectsV2', { Bucket: BUCKET })) as {
      Contents?: readonly { readonly Key: string }[];
    };
    const [file] = Contents;
    const calls: readonly [string, Fields][] = [
      ['DeleteObject', { Key: file?.Key }],
      ['DeleteBucketPolicy', {}],
      ['DeletePublicAccessBlock', {}],
      ['PutBucketVersioning', { VersioningConfiguration: { Status: 'Suspended' } }],
    ];
    for (const [call, more] of calls)
      await expect(archive.s3(call, { Bucket: BUCKET, ...more })).rejects.toMatchObject(denied);
    const breakGlass = await asBreakGlass();
    await breakGlass.s3('DeleteObject', { Bucket: BUCKET, Key: file?.Key });
  });

  it('let nobody disable, delete or give away the key, but the break-glass role', async () => {
    const calls: readonly [string, Fields][] = [
      ['DisableKey', {}],
      ['ScheduleKeyDeletion', { PendingWindowInDays: 7 }],
      ['DisableKeyRotation', {}],
      ['PutKeyPolicy', { Policy: policy(allow('*', 'kms:*', { Resource: '*' })) }],
    ];
    for (const [call, more] of calls)
      await expect(archive.kms(call, { KeyId: keyArn, ...more })).rejects.toMatchObject(denied);
    const breakGlass = await asBreakGlass();
    await breakGlass.kms('DisableKey', { KeyId: keyArn });
    await archive.kms('EnableKey', { KeyId: keyArn });
  });

  it('refuse another key, and requests without encryption on their way', () => {
    const text = printed('bucket', {
      bucketArns: [bucketArn],
      keyArns: [keyArn],
      trailArns: [TRAIL],
      breakGlassRoleArns,
    });
    const { Statement } = JSON.parse(text) as { Statement: readonly { Sid: string }[] };
    expect(Statement.map(({ Sid }) => Sid)).toEqual(
      expect.arrayContaining(['DenyOtherKeys', 'DenyInsecureTransport']),
    );
  });

  it('are not made without somebody who may change them', () => {
    expect(() => preventionPolicies('bucket', { bucketArns: [bucketArn], trailArns: [TRAIL] })).toThrow(
      /--break-glass/,
    );
    expect(() => preventionPolicies('key', { breakGlassRoleArns })).toThrow(/--key it is for.*--trail/);
    expect(() => preventionPolicies('rcp', { breakGlassRoleArns })).toThrow(
      /--bucket or --key.*--organization-id/,
    );
  });
});
