import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { preventionPolicies } from '../src/cli/policy.ts';
import { type Clients, connect, type Fields } from '../src/local/run/attacks/connect.ts';
import { allow, policy } from '../src/local/run/attacks/policies.ts';
import { settle } from '../src/local/run/attacks/settle.ts';
import { STRANGER_ACCOUNT_ID } from '../src/local/run/start.ts';
import { mails, until } from './guarded-account.ts';
import { type Account, BUCKET, type LandingZone, landingZone, TRAIL } from './landing-zone.ts';

const denied = { message: expect.stringContaining('explicit deny in a service control policy') };

let zone: LandingZone;
/** What each account was told before the test began. */
let seen: ReadonlyMap<Account, number>;

beforeAll(async () => {
  zone = await landingZone();
  await zone.time.passAtOnce(zone.management, 5);
  for (const name of ['break-glass', 'stacksets-exec-0a1b2c3d']) await makeRole(zone.archive.as, name);
  await attachPolicies(zone.management.as);
}, 60_000);
beforeEach(() => {
  seen = new Map([zone.management, zone.archive].map((account) => [account, mails(account).length]));
});
afterAll(() => zone?.close());

/** As a person does with what is printed. */
async function attachPolicies({ organizations }: Clients): Promise<void> {
  const { policies } = preventionPolicies('scp', {
    isOrganization: true,
    bucketArns: [`arn:aws:s3:::${BUCKET}`],
    keyArns: [zone.key],
    breakGlassRoleArns: ['arn:aws:iam::*:role/break-glass'],
    operatorRoleArns: ['arn:aws:iam::*:role/stacksets-exec-*'],
  });
  const { Roots } = await organizations('ListRoots');
  const [root] = Roots as readonly Fields[];
  for (const [index, { text }] of policies.entries()) {
    const { Policy } = await organizations('CreatePolicy', {
      Name: `keep-trails-${index}`,
      Description: 'printed by trailkeeper',
      Type: 'SERVICE_CONTROL_POLICY',
      Content: text,
    });
    const { PolicySummary } = Policy as { readonly PolicySummary: Fields };
    await organizations('AttachPolicy', { PolicyId: PolicySummary.Id, TargetId: root?.Id });
  }
}

async function makeRole({ iam }: Clients, RoleName: string): Promise<void> {
  const anybody = allow({ AWS: `arn:aws:iam::${STRANGER_ACCOUNT_ID}:root` }, 'sts:AssumeRole');
  await iam('CreateRole', { RoleName, AssumeRolePolicyDocument: policy(anybody) });
  const PolicyDocument = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
  await iam('PutRolePolicy', { RoleName, PolicyName: 'everything', PolicyDocument });
}

async function as(userName: string): Promise<Clients> {
  const { sts } = zone.archive.as;
  const { Credentials } = await sts('AssumeRole', {
    RoleArn: `arn:aws:iam::${STRANGER_ACCOUNT_ID}:role/${userName}`,
    RoleSessionName: 'incident',
  });
  const { AccessKeyId, SecretAccessKey, SessionToken } = Credentials as Readonly<Record<string, string>>;
  const keys = { accessKeyId: `${AccessKeyId}`, secretAccessKey: `${SecretAccessKey}` };
  return connect(zone.archive, { userName, ...keys, sessionToken: `${SessionToken}` });
}

const told = (account: Account) =>
  mails(account)
    .slice(seen.get(account))
    .map(({ subject }) => subject);

async function untilTold(account: Account): Promise<void> {
  await until('somebody was told', () => told(account).length > 0);
  await settle(zone.management);
}

/** The guard's parts, by their ids in the template. */
async function partsOf({ cloudformation }: Clients): Promise<ReadonlyMap<unknown, unknown>> {
  const { StackResources } = await cloudformation('DescribeStackResources', { StackName: 'trailkeeper' });
  return new Map(
    (StackResources as readonly Fields[]).map((part) => [part.LogicalResourceId, part.PhysicalResourceId]),
  );
}

describe('an organization with the printed service control policies', () => {
  it('refuses an administrator of a member what weakens the bucket and the key, and tells the try once', async () => {
    const { s3, kms } = zone.archive.as;
    await expect(s3('DeleteBucketPolicy', { Bucket: BUCKET })).rejects.toMatchObject(denied);
    await expect(kms('DisableKey', { KeyId: zone.key })).rejects.toMatchObject(denied);
    await untilTold(zone.archive);
    await zone.time.passAtOnce(zone.management, 5);
    expect(told(zone.archive).join('\n')).toContain('nothing changed');
    expect(told(zone.archive).join('\n')).not.toContain('put back');
  });

  it('refuses him the guard’s own parts', async () => {
    const { as } = zone.archive;
    const parts = await partsOf(as);
    const tries: readonly (() => Promise<Fields>)[] = [
      () => as.lambda('DeleteFunction', { FunctionName: parts.get('Function') }),
      () =>
        as.lambda('PutFunctionConcurrency', {
          FunctionName: parts.get('Function'),
          ReservedConcurrentExecutions: 0,
        }),
      () => as.lambda('DeleteEventSourceMapping', { UUID: parts.get('EventSourceMapping') }),
      () => as.iam('DeleteRolePolicy', { RoleName: parts.get('FunctionRole'), PolicyName: 'x' }),
      () => as.sqs('PurgeQueue', { QueueUrl: parts.get('Queue') }),
      () => as.scheduler('DeleteSchedule', { Name: String(parts.get('Schedule')).split('/').at(-1) }),
      () => as.dynamodb('DeleteTable', { TableName: parts.get('Ledger') }),
      () => as.sns('DeleteTopic', { TopicArn: parts.get('Topic') }),
      () => as.ssm('PutParameter', { Name: '/trailkeeper/window/x', Value: 'x', Type: 'String' }),
      () => as.cloudformation('DeleteStack', { StackName: 'trailkeeper' }),
      () => as.organizations('LeaveOrganization'),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(denied);
    for (const id of ['CloudtrailCalls', 'S3Calls'])
      await expect(as.events('DisableRule', { Name: parts.get(id) })).rejects.toMatchObject(denied);
  });

  it('refuses him to run code of his own as the guard', async () => {
    const { iam, lambda } = zone.archive.as;
    const parts = await partsOf(zone.archive.as);
    const { Role } = await iam('GetRole', { RoleName: parts.get('FunctionRole') });
    const asGuard = lambda('CreateFunction', {
      FunctionName: 'mine',
      Role: (Role as Fields).Arn,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Code: { ZipFile: new Uint8Array([1]) },
    });
    await expect(asGuard).rejects.toMatchObject({
      message: expect.stringMatching(/iam:PassRole .* explicit deny in a service control policy/),
    });
    await expect(
      iam('CreateRole', { RoleName: 'trailkeeper-FunctionRole-1', AssumeRolePolicyDocument: policy() }),
    ).rejects.toMatchObject(denied);
  });

  it('lets the break-glass role, and the guard puts back and tells what that one did', async () => {
    const { s3 } = await as('break-glass');
    await s3('DeleteBucketPolicy', { Bucket: BUCKET });
    await untilTold(zone.archive);
    expect(told(zone.archive)).toEqual([expect.stringContaining('put back')]);
    expect(await zone.archive.as.s3('GetBucketPolicy', { Bucket: BUCKET })).toMatchObject({
      Policy: expect.stringContaining('cloudtrail'),
    });
  });

  it('lets an operator update the guard, and nobody else', async () => {
    const { Stacks } = await zone.archive.as.cloudformation('DescribeStacks', { StackName: 'trailkeeper' });
    const [{ Parameters } = {}] = Stacks as readonly Fields[];
    const update = {
      StackName: 'trailkeeper',
      UsePreviousTemplate: true,
      Capabilities: ['CAPABILITY_IAM'],
      Parameters: (Parameters as readonly Fields[]).map(({ ParameterKey }) =>
        ParameterKey === 'SweepMinutes'
          ? { ParameterKey, ParameterValue: '4' }
          : { ParameterKey, UsePreviousValue: true },
      ),
    };
    await expect(zone.archive.as.cloudformation('UpdateStack', update)).rejects.toMatchObject(denied);
    const operator = await as('stacksets-exec-0a1b2c3d');
    await operator.cloudformation('UpdateStack', update);
    await until('the stack was updated', async () => {
      const { Stacks: after } = await zone.archive.as.cloudformation('DescribeStacks', {
        StackName: 'trailkeeper',
      });
      return (after as readonly Fields[])[0]?.StackStatus === 'UPDATE_COMPLETE';
    });
    await expect(operator.s3('DeleteBucketPolicy', { Bucket: BUCKET })).rejects.toMatchObject(denied);
    await settle(zone.management);
  });

  it('does not bind the management account, whose guard restores', async () => {
    const { cloudtrail } = zone.management.as;
    await cloudtrail('StopLogging', { Name: TRAIL });
    await untilTold(zone.management);
    expect(await cloudtrail('GetTrailStatus', { Name: TRAIL })).toMatchObject({ IsLogging: true });
  });

  it('lets the guards sweep on, and they have nothing to tell', async () => {
    await zone.time.passAtOnce(zone.management, 5, 5);
    expect([told(zone.management), told(zone.archive)]).toEqual([[], []]);
  });
});
