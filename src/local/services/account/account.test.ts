import { beforeEach, describe, expect, test } from 'vitest';
import { alice, mallory } from '../../endpoint/test-world.ts';
import { organizationWorld } from '../organizations/test-organization.ts';
import { account } from './index.ts';
import { isRegionEnabled } from './regions.ts';

let aws: ReturnType<typeof organizationWorld>;
beforeEach(() => {
  aws = organizationWorld(account);
});

const RegionName = 'af-south-1';
const send = (operation: string, input: object = {}, caller = alice) =>
  aws.send('account', operation, { RegionName, ...input }, caller);
const status = async (input: object = {}) =>
  ((await send('GetRegionOptStatus', input)) as { RegionOptStatus: string }).RegionOptStatus;
const regions = async (input: object = {}) => {
  const { Regions } = (await aws.send('account', 'ListRegions', input)) as {
    Regions: { RegionName: string }[];
  };
  return Regions.map((region) => region.RegionName);
};

describe('a Region', () => {
  test('is there by default, or after it was enabled and some time has passed', async () => {
    expect(await status({ RegionName: 'us-east-1' })).toBe('ENABLED_BY_DEFAULT');
    expect(await status()).toBe('DISABLED');
    await send('EnableRegion');
    expect(await status()).toBe('ENABLING');
    expect(isRegionEnabled(aws.world, alice.accountId, RegionName)).toBe(false);
    await aws.clock.advance(60_000);
    expect(await status()).toBe('ENABLED');
    expect(isRegionEnabled(aws.world, alice.accountId, RegionName)).toBe(true);
    expect(isRegionEnabled(aws.world, mallory.accountId, RegionName)).toBe(false);
  });

  test('is not changed both ways at once', async () => {
    await send('EnableRegion');
    await expect(send('DisableRegion')).rejects.toMatchObject({ code: 'ConflictException', status: 409 });
    await aws.clock.advance(60_000);
    await send('DisableRegion');
    await aws.clock.advance(60_000);
    expect(await status()).toBe('DISABLED');
  });

  test.each(['us-east-1', 'mars-north-1'])('%s cannot be opted out of', async (name) => {
    await expect(send('DisableRegion', { RegionName: name })).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });

  test('is listed with its status', async () => {
    expect(await regions({ RegionOptStatusContains: ['ENABLED'] })).toEqual([]);
    await send('EnableRegion');
    expect(await regions({ RegionOptStatusContains: ['ENABLING'] })).toEqual([RegionName]);
    expect(await regions({ RegionOptStatusContains: ['ENABLED_BY_DEFAULT'] })).toHaveLength(17);
    expect(await regions({ MaxResults: 2 })).toEqual(['af-south-1', 'ap-east-1']);
  });
});

describe("a member account's Regions", () => {
  const AccountId = mallory.accountId;

  test('are managed by the management account with trusted access alone', async () => {
    const denied = { code: 'AccessDeniedException', status: 403 };
    await expect(send('EnableRegion', { AccountId })).rejects.toMatchObject(denied);
    await aws.join();
    await expect(send('EnableRegion', { AccountId })).rejects.toMatchObject(denied);
    await aws.manage('EnableAWSServiceAccess', { ServicePrincipal: 'account.amazonaws.com' });
    await send('EnableRegion', { AccountId });
    expect(await status({ AccountId })).toBe('ENABLING');
    expect(await status()).toBe('DISABLED');
    await expect(send('DisableRegion', { AccountId: alice.accountId }, mallory)).rejects.toMatchObject(
      denied,
    );
  });
});
