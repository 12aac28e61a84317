import { describe, expect, it } from 'vitest';
import { RefusedError } from '../domain/errors.ts';
import type { RestoringCall } from '../domain/restoring-call.ts';
import { UnknownToSdkError } from './call-aws.ts';
import { makeRestorer } from './restorer.ts';
import { awsError, testAws } from './test-aws.ts';

const step = (call: RestoringCall, input = {}) => ({
  call,
  input,
  region: 'eu-central-1',
  trailArn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main',
  paths: [],
});

function restorerOf(answers: Parameters<typeof testAws>[0]) {
  let now = 0;
  const sleep = async (ms: number) => {
    now += ms;
  };
  const aws = testAws(answers);
  const restorer = makeRestorer(aws.callAws, { now: () => now, sleep }, 'eu-central-1');
  return { ...aws, restorer, elapse: sleep };
}

describe('a step', () => {
  it('goes to its own service and Region, as it is', async () => {
    const { restorer, asked } = restorerOf({ PutRetentionPolicy: {} });
    await restorer.apply(step('PutRetentionPolicy', { logGroupName: 'g', retentionInDays: 7 }));
    expect(asked).toEqual([
      {
        service: 'logs',
        operation: 'PutRetentionPolicy',
        region: 'eu-central-1',
        input: { logGroupName: 'g', retentionInDays: 7 },
      },
    ]);
  });

  it('holds the dates of lifecycle rules as text, and the SDK gets dates', async () => {
    const { restorer, asked } = restorerOf({ PutBucketLifecycleConfiguration: {} });
    const Rules = [{ Expiration: { Date: '2027-01-01T00:00:00.000Z' }, Transitions: [{ Days: 3 }] }];
    await restorer.apply(step('PutBucketLifecycleConfiguration', { LifecycleConfiguration: { Rules } }));
    expect(asked[0]?.input).toEqual({
      LifecycleConfiguration: {
        Rules: [{ Expiration: { Date: new Date('2027-01-01') }, Transitions: [{ Days: 3 }] }],
      },
    });
  });

  it.each([
    ['StartLogging', 'TrailNotFoundException'],
    ['CreateTrail', 'MaximumNumberOfTrailsExceededException'],
    ['CreateBucket', 'BucketAlreadyExists'],
    ['PutBucketPolicy', 'AccessDenied'],
    ['EnableKey', 'KMSInvalidStateException'],
    ['SetTopicAttributes', 'AuthorizationErrorException'],
    ['PutRolePolicy', 'NoSuchEntityException'],
  ] as const)('%s that AWS answers with %s is refused', async (call, code) => {
    const { restorer } = restorerOf({ [call]: awsError(code) });
    await expect(restorer.apply(step(call))).rejects.toMatchObject({ name: 'RefusedError', code });
  });

  it.each([
    ['StartLogging', 'ThrottlingException'],
    ['UpdateTrail', 'ConflictException'],
    ['CreateTrail', 'TrailAlreadyExistsException'],
    ['UpdateTrail', 'InsufficientS3BucketPolicyException'],
    ['PutBucketPolicy', 'OperationAborted'],
    ['PutRolePolicy', 'ConcurrentModificationException'],
  ] as const)('%s that AWS answers with %s may be tried again', async (call, code) => {
    const { restorer } = restorerOf({ [call]: awsError(code) });
    await expect(restorer.apply(step(call))).rejects.toMatchObject({ name: code });
  });

  it('that the loaded SDK does not know is refused: waiting brings no newer one', async () => {
    const { restorer } = restorerOf({
      PutEventConfiguration: new UnknownToSdkError('PutEventConfiguration'),
    });
    await expect(restorer.apply(step('PutEventConfiguration'))).rejects.toThrow(RefusedError);
  });

  it.each([
    ['CreateBucket', 'BucketAlreadyOwnedByYou'],
    ['CreateLogGroup', 'ResourceAlreadyExistsException'],
    ['CancelKeyDeletion', 'KMSInvalidStateException'],
    ['DeleteRolePermissionsBoundary', 'NoSuchEntityException'],
  ] as const)('%s is done when AWS says by %s that it was done before', async (call, code) => {
    const { restorer } = restorerOf({ [call]: awsError(code) });
    await expect(restorer.apply(step(call))).resolves.toBeUndefined();
  });
});

describe('a step that depends on one just taken', () => {
  const healingAfter = (times: number) => {
    let left = times;
    return () => (left-- > 0 ? awsError('InsufficientS3BucketPolicyException') : {});
  };

  it('is tried until AWS knows of that everywhere', async () => {
    const { restorer, operations } = restorerOf({ PutBucketPolicy: {}, UpdateTrail: healingAfter(2) });
    await restorer.apply(step('PutBucketPolicy'));
    await restorer.apply(step('UpdateTrail'));
    expect(operations()).toEqual(['PutBucketPolicy', 'UpdateTrail', 'UpdateTrail', 'UpdateTrail']);
  });

  it('is left to a later pass when that takes long', async () => {
    const { restorer } = restorerOf({ PutBucketPolicy: {}, UpdateTrail: healingAfter(99) });
    await restorer.apply(step('PutBucketPolicy'));
    await expect(restorer.apply(step('UpdateTrail'))).rejects.toThrow('InsufficientS3BucketPolicyException');
  });

  it('is not waited for when nothing was changed lately: then the policy is wrong, not late', async () => {
    const { restorer, operations, elapse } = restorerOf({
      PutBucketPolicy: {},
      UpdateTrail: healingAfter(1),
    });
    await restorer.apply(step('PutBucketPolicy'));
    await elapse(61_000);
    await expect(restorer.apply(step('UpdateTrail'))).rejects.toThrow('InsufficientS3BucketPolicyException');
    expect(operations()).toEqual(['PutBucketPolicy', 'UpdateTrail']);
  });
});

describe('a bucket’s owner', () => {
  it.each([
    [{ LocationConstraint: 'eu-west-1' }, 'proven'],
    [awsError('NoSuchBucket', 404), 'gone'],
    [awsError('AccessDenied', 403), 'unproven'],
  ])('by S3’s answer %s is %s', async (GetBucketLocation, result) => {
    const { restorer, asked } = restorerOf({ GetBucketLocation });
    expect(await restorer.proveBucketOwner('logs', '111122223333')).toMatchObject({ result });
    expect(asked[0]?.input).toEqual({ Bucket: 'logs', ExpectedBucketOwner: '111122223333' });
  });
});
