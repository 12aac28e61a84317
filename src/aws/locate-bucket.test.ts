import { describe, expect, it } from 'vitest';
import { locateBucket } from './locate-bucket.ts';
import { awsError, testAws } from './test-aws.ts';

type Answers = Parameters<typeof testAws>[0];

const locate = (GetBucketLocation: NonNullable<Answers[string]>) => {
  const { callAws } = testAws({ GetBucketLocation });
  return locateBucket({ bucket: 'logs', owner: '111122223333', region: 'eu-central-1' }, callAws);
};

describe('a bucket', () => {
  it.each([
    ['eu-west-1', 'eu-west-1'],
    [undefined, 'us-east-1'],
    ['EU', 'eu-west-1'],
  ])('whose location is %s is in %s', async (LocationConstraint, region) =>
    expect(await locate({ LocationConstraint })).toEqual({ sight: 'found', region }),
  );

  it('is asked for where S3 says that it is', async () => {
    const redirect = awsError('PermanentRedirect', 301, { 'x-amz-bucket-region': 'us-west-2' });
    const sight = await locate((_, region) =>
      region === 'us-west-2' ? { LocationConstraint: region } : redirect,
    );
    expect(sight).toEqual({ sight: 'found', region: 'us-west-2' });
  });

  it('is not looked for in circles', async () => {
    const redirect = (_: object, region: string) =>
      awsError('PermanentRedirect', 301, { 'x-amz-bucket-region': region === 'a' ? 'b' : 'a' });
    await expect(locate(redirect)).rejects.toThrow('PermanentRedirect');
  });

  it('is gone when S3 knows no such bucket, and nothing else says so', async () => {
    expect(await locate(awsError('NoSuchBucket', 404))).toEqual({ sight: 'gone' });
    expect(await locate(awsError('AccessDenied', 403))).toMatchObject({ sight: 'denied' });
    await expect(locate(awsError('SlowDown', 503))).rejects.toThrow('SlowDown');
  });
});
