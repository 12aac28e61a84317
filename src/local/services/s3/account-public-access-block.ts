import type { PublicAccessBlockConfiguration } from '@aws-sdk/client-s3';
import type { World } from '../../endpoint/world.ts';
import type { Bucket } from './bucket.ts';

interface AccountSetting {
  block?: PublicAccessBlockConfiguration | undefined;
}

const store = { name: 's3.account-public-access-block', create: (): AccountSetting => ({}) };

/** What blocks public access to all buckets of an account; S3 Control sets it. */
export const accountSettingOf = (world: World, accountId: string): AccountSetting =>
  world.store(store, accountId, 'aws-global');

/** All four settings: what a request leaves out is off. */
export const completeBlock = (
  given: PublicAccessBlockConfiguration | undefined,
): PublicAccessBlockConfiguration => ({
  BlockPublicAcls: given?.BlockPublicAcls ?? false,
  IgnorePublicAcls: given?.IgnorePublicAcls ?? false,
  BlockPublicPolicy: given?.BlockPublicPolicy ?? false,
  RestrictPublicBuckets: given?.RestrictPublicBuckets ?? false,
});

/**
 * Whether a bucket is under a setting, by its own configuration or its account's.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const isBlocked = (
  world: World,
  { settings, accountId }: Bucket,
  setting: keyof PublicAccessBlockConfiguration,
): boolean =>
  Boolean(settings.publicAccessBlock?.[setting] || accountSettingOf(world, accountId).block?.[setting]);
