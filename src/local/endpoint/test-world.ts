import type { Caller } from './caller.ts';
import { dispatch } from './dispatch.ts';
import { ManualClock } from './manual-clock.ts';
import type { Service } from './operation.ts';
import { World, type WorldSettings } from './world.ts';

export const TEST_ACCOUNT = '111122223333';
export const TEST_REGION = 'us-east-1';

export const alice: Caller = {
  type: 'IAMUser',
  accountId: TEST_ACCOUNT,
  arn: `arn:aws:iam::${TEST_ACCOUNT}:user/alice`,
  principalId: 'AIDAALICE',
  accessKeyId: 'AKIAALICE',
  userName: 'alice',
};

export const mallory: Caller = {
  type: 'IAMUser',
  accountId: '444455556666',
  arn: 'arn:aws:iam::444455556666:user/mallory',
  principalId: 'AIDAMALLORY',
  accessKeyId: 'AKIAMALLORY',
  userName: 'mallory',
};

/** A world with some services and a clock turned by hand, for tests that call operations without a wire. */
export const testWorld = (...services: readonly Service[]) => testWorldWith({}, ...services);

/** The same with settings of its own. */
export function testWorldWith(settings: Partial<WorldSettings>, ...services: readonly Service[]) {
  const clock = new ManualClock();
  const defaults = { clock, quotas: false, deliverLastTrailEvent: true, readLagMs: 0 };
  const world = new World({ ...defaults, ...settings }, services);
  const send = (service: string, operation: string, input: object = {}, caller = alice): Promise<unknown> =>
    dispatch({
      service,
      operation,
      input,
      call: {
        world,
        accountId: caller.accountId,
        region: TEST_REGION,
        partition: 'aws',
        caller,
        sourceIp: '192.0.2.1',
        userAgent: 'test',
        requestId: 'test',
      },
    });
  return { world, clock, send };
}
