import { CreateStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CreateTrailCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { clientsOf } from './clients.ts';
import { httpGet } from './http-get.ts';
import { ACCOUNT_ID, type EmbeddedAws, REGION } from './start.ts';

export const TRAIL_NAME = 'main';
export const TRAIL_ARN = `arn:aws:cloudtrail:${REGION}:${ACCOUNT_ID}:trail/${TRAIL_NAME}`;
export const STACK_NAME = 'trailkeeper';
const SECURITY_CONTACT = 'security@example.com';

/** Creates a bucket that CloudTrail may write to, and a multi-Region trail that logs. */
export async function createLoggingTrail(aws: EmbeddedAws, name = TRAIL_NAME): Promise<void> {
  const { s3, cloudTrail } = clientsOf(aws, aws.operator);
  const bucket = `trail-logs-${name}-${ACCOUNT_ID}`;
  const trailArn = `arn:aws:cloudtrail:${aws.region}:${ACCOUNT_ID}:trail/${name}`;
  await s3.send(
    new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: locationOf(aws.region) }),
  );
  await s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: bucketPolicy(bucket, trailArn) }));
  await cloudTrail.send(
    new CreateTrailCommand({
      Name: name,
      S3BucketName: bucket,
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
    }),
  );
  await cloudTrail.send(new StartLoggingCommand({ Name: trailArn }));
}

/** us-east-1 is S3's own Region: naming it is refused. */
export const locationOf = (region: string) =>
  region === 'us-east-1' ? undefined : { LocationConstraint: region as BucketLocationConstraint };

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html */
const bucketPolicy = (bucket: string, trailArn: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:GetBucketAcl',
        Resource: `arn:aws:s3:::${bucket}`,
        Condition: { StringEquals: { 'aws:SourceArn': trailArn } },
      },
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${bucket}/AWSLogs/${ACCOUNT_ID}/*`,
        Condition: {
          StringEquals: { 'aws:SourceArn': trailArn, 's3:x-amz-acl': 'bucket-owner-full-control' },
        },
      },
    ],
  });

/** Deploys a template as users do, by CreateStack, and waits until it stands. */
export async function deployGuard(
  aws: EmbeddedAws,
  template: string,
  parameters: Readonly<Record<string, string>> = { SecurityContactEmail: SECURITY_CONTACT },
): Promise<Readonly<Record<string, string>>> {
  const { cloudFormation } = clientsOf(aws, aws.operator);
  await cloudFormation.send(
    new CreateStackCommand({
      StackName: STACK_NAME,
      TemplateURL: await upload(aws, template),
      Capabilities: ['CAPABILITY_IAM'],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
  return waitForStack(aws);
}

/** Puts the template into a bucket, as the console does: `--template-body` takes 51,200 bytes and no more. */
async function upload(aws: EmbeddedAws, template: string): Promise<string> {
  const { s3 } = clientsOf(aws, aws.operator);
  const bucket = `templates-of-${aws.operator.userName}`;
  const CreateBucketConfiguration = locationOf(aws.region);
  await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }));
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'trailkeeper.template.json', Body: template }));
  return `${aws.url}/${bucket}/trailkeeper.template.json`;
}

/** The stack's outputs once it is created. @throws Error with the stack's own reason when it failed */
async function waitForStack(aws: EmbeddedAws): Promise<Readonly<Record<string, string>>> {
  const { cloudFormation } = clientsOf(aws, aws.operator);
  for (;;) {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: STACK_NAME }));
    const stack = Stacks?.[0];
    if (stack?.StackStatus === 'CREATE_COMPLETE') {
      return Object.fromEntries(
        (stack.Outputs ?? []).map((output) => [output.OutputKey, output.OutputValue ?? '']),
      );
    }
    if (stack?.StackStatus !== 'CREATE_IN_PROGRESS') {
      throw new Error(`The stack is ${stack?.StackStatus}: ${stack?.StackStatusReason ?? 'no reason given'}`);
    }
    await pause(10);
  }
}

/**
 * Follows the link in the mail that asks to confirm the subscription, as its reader would. It waits for the sweeps that
 * a deployment sets off: one of them would take the news for its first message.
 */
export async function confirmSubscription(aws: EmbeddedAws): Promise<void> {
  while (aws.countRunning() > 0) await pause(10);
  const mail = aws.readInbox().find(({ kind }) => kind === 'confirmation');
  const link = mail?.body.match(/https?:\/\/\S+ConfirmSubscription\S+/)?.[0];
  if (!link) throw new Error('SNS sent no mail that asks to confirm a subscription');
  const { status } = await httpGet(link);
  if (status !== 200) throw new Error(`SNS refused to confirm the subscription: HTTP ${status}`);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
