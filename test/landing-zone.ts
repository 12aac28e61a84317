import { readFileSync } from 'node:fs';
import { inRoot } from '../scripts/project.ts';
import { type Clients, connect, type Fields } from '../src/local/run/attacks/connect.ts';
import { allow, CLOUDTRAIL, delivery, policy } from '../src/local/run/attacks/policies.ts';
import {
  encryptionBy,
  expiryAfter,
  lockFor,
  PUBLIC_ACCESS_BLOCK,
} from '../src/local/run/attacks/whole-bucket.ts';
import { confirmSubscription, deployGuard } from '../src/local/run/prepare.ts';
import {
  ACCOUNT_ID,
  type EmbeddedAws,
  REGION,
  STRANGER_ACCOUNT_ID,
  startEmbeddedAws,
} from '../src/local/run/start.ts';
import { readInbox } from '../src/local/services/sns/inbox.ts';
import { PassingTime } from './passing-time.ts';

const TEMPLATE = readFileSync(inRoot('trailkeeper.template.json'), 'utf8');
export const TRAIL = `arn:aws:cloudtrail:${REGION}:${ACCOUNT_ID}:trail/organization`;
export const BUCKET = 'organization-logs';

/** One account of a landing zone, as its administrator sees it. */
export interface Account extends EmbeddedAws {
  readonly as: Clients;
}

/** The usual landing zone: the organization's trail lies in the management account, its bucket and key in the one for logs. */
export interface LandingZone {
  readonly time: PassingTime;
  readonly management: Account;
  readonly archive: Account;
  readonly key: string;
  close(): Promise<void>;
}

interface Options {
  /** How far the guard in the account for logs may go. */
  readonly scope?: string;
  /** Whether the management account has a guard. */
  readonly guardsManagement?: boolean;
  /** Whether the account for logs administers CloudTrail for the management account. */
  readonly isDelegated?: boolean;
  /** Further parameters of the guard in the account for logs. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Sets it up, and deploys a guard into each account, or into that for logs alone. */
export async function landingZone({
  scope = 'trail-and-destination',
  guardsManagement = true,
  isDelegated = false,
  parameters = {},
}: Options = {}): Promise<LandingZone> {
  const time = new PassingTime();
  const template = time.inWorldsTime(TEMPLATE);
  const aws = await startEmbeddedAws({ quotas: false, clock: time.clock });
  const management = { ...aws, as: connect(aws, aws.operator) };
  const archive = {
    ...aws,
    operator: aws.stranger,
    readInbox: () => readInbox(aws.world, STRANGER_ACCOUNT_ID),
    as: connect(aws, aws.stranger),
  };
  await organize(management.as, archive.as);
  const key = await makeArchive(archive.as);
  await makeTrail(management.as, key);
  if (isDelegated) await delegate(management.as);
  if (guardsManagement) await guard(management, template);
  await guard(archive, template, {
    RestoreScope: scope,
    BucketArns: `arn:aws:s3:::${BUCKET}`,
    KeyArns: key,
    ...parameters,
  });
  return {
    time,
    management,
    archive,
    key,
    async close() {
      await aws.close();
      time.end();
    },
  };
}

async function organize({ organizations }: Clients, member: Clients): Promise<void> {
  await organizations('CreateOrganization', { FeatureSet: 'ALL' });
  const Target = { Type: 'ACCOUNT', Id: STRANGER_ACCOUNT_ID };
  const { Handshake } = await organizations('InviteAccountToOrganization', { Target });
  await member.organizations('AcceptHandshake', { HandshakeId: (Handshake as Fields).Id });
  await organizations('EnableAWSServiceAccess', { ServicePrincipal: 'cloudtrail.amazonaws.com' });
}

/** Has the account for logs administer CloudTrail. */
const delegate = ({ cloudtrail }: Clients) =>
  cloudtrail('RegisterOrganizationDelegatedAdmin', { MemberAccountId: STRANGER_ACCOUNT_ID });

/** @returns the key's ARN */
async function makeArchive({ s3, kms }: Clients): Promise<string> {
  const LocationConstraint = REGION;
  await s3('CreateBucket', {
    Bucket: BUCKET,
    CreateBucketConfiguration: { LocationConstraint },
    ObjectLockEnabledForBucket: true,
  });
  await s3('PutBucketPolicy', { Bucket: BUCKET, Policy: policy(...delivery(BUCKET)) });
  const Policy = policy(
    allow({ AWS: `arn:aws:iam::${STRANGER_ACCOUNT_ID}:root` }, 'kms:*', { Resource: '*' }),
    allow(CLOUDTRAIL, ['kms:GenerateDataKey*', 'kms:DescribeKey'], { Resource: '*' }),
  );
  const { KeyMetadata } = await kms('CreateKey', { Policy });
  const key = String((KeyMetadata as Fields).Arn);
  await s3('PutBucketEncryption', { Bucket: BUCKET, ...encryptionBy(key) });
  await s3('PutPublicAccessBlock', {
    Bucket: BUCKET,
    PublicAccessBlockConfiguration: PUBLIC_ACCESS_BLOCK,
  });
  await s3('PutBucketLifecycleConfiguration', {
    Bucket: BUCKET,
    LifecycleConfiguration: { Rules: [expiryAfter(2555)] },
  });
  await s3('PutObjectLockConfiguration', { Bucket: BUCKET, ...lockFor(365) });
  return key;
}

async function makeTrail({ cloudtrail }: Clients, KmsKeyId: string): Promise<void> {
  await cloudtrail('CreateTrail', {
    Name: 'organization',
    S3BucketName: BUCKET,
    KmsKeyId,
    IsMultiRegionTrail: true,
    IsOrganizationTrail: true,
    EnableLogFileValidation: true,
  });
  await cloudtrail('StartLogging', { Name: TRAIL });
}

async function guard(
  account: Account,
  template: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<void> {
  await deployGuard(account, template, { SecurityContactEmail: 'security@example.com', ...parameters });
  await confirmSubscription(account);
}
