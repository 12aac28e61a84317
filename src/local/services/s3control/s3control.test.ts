import {
  CreateJobCommand,
  type CreateJobCommandInput,
  DeletePublicAccessBlockCommand,
  DescribeJobCommand,
  GetPublicAccessBlockCommand,
  ListJobsCommand,
  PutPublicAccessBlockCommand,
  S3ControlClient,
  UpdateJobStatusCommand,
} from '@aws-sdk/client-s3-control';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClientSettings, testEndpoint } from '../../endpoint/test-endpoint.ts';
import { s3 } from '../s3/index.ts';
import { s3control } from './index.ts';

let aws: Awaited<ReturnType<typeof testEndpoint>>;
let client: S3ControlClient;
beforeAll(async () => {
  aws = await testEndpoint([s3, s3control]);
  client = clientOf(aws.client);
});
afterAll(() => aws.endpoint.close());

const AccountId = '111122223333';

/** The client would put the account before the host, and no DNS knows that name on loopback: the endpoint is asked as it is. */
const clientOf = (settings: ClientSettings): S3ControlClient =>
  new S3ControlClient({ ...settings, ...{ endpointProvider: () => ({ url: new URL(settings.endpoint) }) } });

describe('the block of public access of an account', () => {
  test('is what was put until it is deleted', async () => {
    const read = () => client.send(new GetPublicAccessBlockCommand({ AccountId }));
    await expect(read()).rejects.toMatchObject({
      name: 'NoSuchPublicAccessBlockConfiguration',
      $metadata: { httpStatusCode: 404 },
    });
    const PublicAccessBlockConfiguration = { BlockPublicAcls: true, RestrictPublicBuckets: true };
    await client.send(new PutPublicAccessBlockCommand({ AccountId, PublicAccessBlockConfiguration }));
    expect((await read()).PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      IgnorePublicAcls: false,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: true,
    });
    await client.send(new DeletePublicAccessBlockCommand({ AccountId }));
    await expect(read()).rejects.toThrow();
  });

  test('is its own account’s to read', async () => {
    const mallory = clientOf(aws.clientOf('444455556666', 'mallory'));
    await expect(mallory.send(new GetPublicAccessBlockCommand({ AccountId }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });
});

describe('a batch operation', () => {
  const input: CreateJobCommandInput = {
    AccountId,
    ClientRequestToken: 'one',
    Operation: { S3PutObjectTagging: { TagSet: [{ Key: 'expire', Value: 'yes' }] } },
    Manifest: {
      Spec: { Format: 'S3BatchOperations_CSV_20180820', Fields: ['Bucket', 'Key'] },
      Location: { ObjectArn: 'arn:aws:s3:::lists/manifest.csv', ETag: 'x' },
    },
    Report: { Enabled: false },
    Priority: 1,
    RoleArn: 'arn:aws:iam::111122223333:role/batch',
  };

  test('waits until it is cancelled, and is made once for a token', async () => {
    const { JobId } = await client.send(new CreateJobCommand(input));
    expect(await client.send(new CreateJobCommand(input))).toMatchObject({ JobId });
    expect((await client.send(new DescribeJobCommand({ AccountId, JobId }))).Job).toMatchObject({
      JobId,
      Status: 'Ready',
      JobArn: `arn:aws:s3:us-east-1:111122223333:job/${JobId}`,
      Operation: input.Operation,
    });
    await client.send(new UpdateJobStatusCommand({ AccountId, JobId, RequestedJobStatus: 'Cancelled' }));
    expect((await client.send(new ListJobsCommand({ AccountId }))).Jobs).toMatchObject([
      { JobId, Status: 'Cancelled', Operation: 'S3PutObjectTagging' },
    ]);
  });
});
