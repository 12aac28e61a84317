import { randomUUID } from 'node:crypto';
import type { Caller } from '../../endpoint/caller.ts';
import { dispatch } from '../../endpoint/dispatch.ts';
import { ManualClock } from '../../endpoint/manual-clock.ts';
import type { Service } from '../../endpoint/operation.ts';
import { alice, TEST_ACCOUNT, TEST_REGION } from '../../endpoint/test-world.ts';
import { World, type WorldSettings } from '../../endpoint/world.ts';
import { events } from '../events/index.ts';
import { iam } from '../iam/index.ts';
import { kms } from '../kms/index.ts';
import { logs } from '../logs/index.ts';
import { s3 } from '../s3/index.ts';
import { sns } from '../sns/index.ts';
import { cloudtrail } from './index.ts';
import type { CloudTrailRecord } from './record.ts';

export const BUCKET = 'trail-logs';
export const trailArn = (name: string, region = TEST_REGION) =>
  `arn:aws:cloudtrail:${region}:${TEST_ACCOUNT}:trail/${name}`;

interface SendOptions {
  readonly region?: string;
  readonly caller?: Caller;
  readonly sourceIp?: string;
  readonly userAgent?: string;
}

/** A world with CloudTrail and all it delivers to, for tests: calls go to any Region, and what happens is kept. */
export function trailWorld(settings: Partial<WorldSettings> = {}, ...more: readonly Service[]) {
  const clock = new ManualClock();
  const services = [cloudtrail, events, iam, kms, logs, s3, sns, ...more];
  const world = new World(
    { clock, quotas: false, deliverLastTrailEvent: true, readLagMs: 0, ...settings },
    services,
  );
  const recorded: { readonly record: CloudTrailRecord; readonly delivered: boolean }[] = [];
  world.on('recorded', ({ record, delivered }) =>
    recorded.push({ record: record as CloudTrailRecord, delivered }),
  );
  const call = (service: string, operation: string, input: object = {}, options: SendOptions = {}) =>
    dispatch({
      service,
      operation,
      input,
      call: {
        world,
        accountId: options.caller?.accountId ?? TEST_ACCOUNT,
        region: options.region ?? TEST_REGION,
        partition: 'aws',
        caller: options.caller ?? alice,
        sourceIp: options.sourceIp ?? '192.0.2.1',
        userAgent: options.userAgent ?? 'test',
        requestId: randomUUID(),
      },
    });
  const send = <Output = Readonly<Record<string, unknown>>>(
    operation: string,
    input: object = {},
    options: SendOptions = {},
  ) => call('cloudtrail', operation, input, options) as Promise<Output>;
  /** Makes a bucket that CloudTrail may write to. */
  const createBucket = async (name = BUCKET, policy = bucketPolicy(name)) => {
    await call('s3', 'CreateBucket', { Bucket: name });
    await call('s3', 'PutBucketPolicy', { Bucket: name, Policy: policy });
  };
  /** Makes a trail; a Region's name as `home` makes it there. */
  const createTrail = (Name: string, more: object = {}, home = TEST_REGION) =>
    send('CreateTrail', { Name, S3BucketName: BUCKET, ...more }, { region: home });
  const createLoggingTrail = async (Name: string, more: object = {}, home = TEST_REGION) => {
    await createTrail(Name, more, home);
    await send('StartLogging', { Name }, { region: home });
  };
  return { world, clock, recorded, call, send, createBucket, createTrail, createLoggingTrail };
}

export const bucketPolicy = (bucket: string, condition: object = {}): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:GetBucketAcl',
        Resource: `arn:aws:s3:::${bucket}`,
      },
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${bucket}/AWSLogs/${TEST_ACCOUNT}/*`,
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', ...condition } },
      },
    ],
  });
