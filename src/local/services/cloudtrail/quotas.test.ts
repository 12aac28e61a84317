import { beforeEach, describe, expect, test } from 'vitest';
import { mallory } from '../../endpoint/test-world.ts';
import { trailWorld } from './test-trail-world.ts';

let aws: ReturnType<typeof trailWorld>;
beforeEach(async () => {
  aws = trailWorld({ quotas: true });
  await aws.createBucket();
  await aws.createTrail('main');
});

const throttled = { code: 'ThrottlingException', message: 'Rate exceeded' };

describe('quotas', () => {
  test('let one write pass in a second, whichever it is', async () => {
    await expect(aws.send('StartLogging', { Name: 'main' })).rejects.toMatchObject(throttled);
    await aws.clock.advance(999);
    await expect(aws.send('StartLogging', { Name: 'main' })).rejects.toMatchObject(throttled);
    await aws.clock.advance(1);
    await aws.send('StartLogging', { Name: 'main' });
    await expect(aws.send('StopLogging', { Name: 'main' })).rejects.toMatchObject(throttled);
  });

  test('count a write that failed', async () => {
    await aws.clock.advance(1000);
    await expect(aws.send('StopLogging', { Name: 'none' })).rejects.toMatchObject({
      code: 'TrailNotFoundException',
    });
    await expect(aws.send('StopLogging', { Name: 'main' })).rejects.toMatchObject(throttled);
  });

  test('let ten reads and two look-ups pass in a second beside the writes', async () => {
    for (let i = 0; i < 10; i++) await aws.send('GetTrailStatus', { Name: 'main' });
    await expect(aws.send('DescribeTrails')).rejects.toMatchObject(throttled);
    await aws.send('LookupEvents');
    await aws.send('LookupEvents');
    await expect(aws.send('LookupEvents')).rejects.toMatchObject(throttled);
  });

  test('are those of one account in one Region', async () => {
    await expect(aws.send('StopLogging', { Name: 'main' }, { region: 'eu-west-1' })).rejects.toMatchObject({
      code: 'TrailNotFoundException',
    });
    await expect(aws.send('StopLogging', { Name: 'main' }, { caller: mallory })).rejects.toMatchObject({
      code: 'TrailNotFoundException',
    });
  });
});
