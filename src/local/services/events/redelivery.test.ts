import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../endpoint/manual-clock.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import {
  attempting,
  deliverWithRetries,
  type Failure,
  type GivenUp,
  mayPass,
  retryLimits,
} from './redelivery.ts';

const throttled: Failure = { code: 'THROTTLING', message: 'later', isRetriable: true };
const oneDayMs = 86_400_000;

/** Delivers to a target that fails so many times. */
async function deliver({ failures = Number.POSITIVE_INFINITY, failure = throttled, policy = {} }) {
  const clock = new ManualClock(0);
  const attemptsAt: number[] = [];
  const givenUp: GivenUp[] = [];
  deliverWithRetries(clock, retryLimits(policy), {
    attempt: () => {
      attemptsAt.push(clock.now());
      return attemptsAt.length <= failures ? failure : undefined;
    },
    giveUp: (end) => givenUp.push(end),
  });
  await clock.advance(oneDayMs);
  return { attemptsAt, givenUp };
}

describe('a delivery', () => {
  test('that succeeds is made once', async () => {
    expect(await deliver({ failures: 0 })).toEqual({ attemptsAt: [0], givenUp: [] });
  });

  test('is tried again after pauses that double', async () => {
    const { attemptsAt, givenUp } = await deliver({ failures: 3 });
    expect(attemptsAt).toEqual([0, 1_000, 3_000, 7_000]);
    expect(givenUp).toEqual([]);
  });

  test('is given up after 185 retries within 24 hours when nothing else is said', async () => {
    const { attemptsAt, givenUp } = await deliver({});
    expect(attemptsAt).toHaveLength(186);
    expect(givenUp).toEqual([{ failure: throttled, retryAttempts: 185, exhausted: 'MaximumRetryAttempts' }]);
  });

  test('is given up when the event is too old', async () => {
    const { attemptsAt, givenUp } = await deliver({ policy: { MaximumEventAgeInSeconds: 60 } });
    expect(attemptsAt.at(-1)).toBe(31_000);
    expect(givenUp).toMatchObject([{ exhausted: 'MaximumEventAgeInSeconds', retryAttempts: 5 }]);
  });

  test('is not retried at all when the policy says so', async () => {
    const { givenUp } = await deliver({ policy: { MaximumRetryAttempts: 0 } });
    expect(givenUp).toMatchObject([{ exhausted: 'MaximumRetryAttempts', retryAttempts: 0 }]);
  });

  test('that cannot succeed is given up at once', async () => {
    const failure = { code: 'NO_PERMISSIONS', message: 'no', isRetriable: false };
    expect((await deliver({ failure })).givenUp).toEqual([{ failure, retryAttempts: 0 }]);
  });
});

describe('an attempt', () => {
  const describeError = ({ code, message }: ServiceError): Failure => ({ code, message, isRetriable: false });

  test("describes a service's refusal", () => {
    const refuse = () => {
      throw new ServiceError('AccessDenied', 'no');
    };
    expect(attempting(refuse, describeError)).toEqual({
      code: 'AccessDenied',
      message: 'no',
      isRetriable: false,
    });
  });

  test('does not hide a fault of the embedded AWS', () => {
    const fail = () => {
      throw new TypeError('a fault');
    };
    expect(() => attempting(fail, describeError)).toThrow('a fault');
  });
});

test('throttling and faults of the target may pass; refusals and what is not served do not', () => {
  const verdict = (code: string, status: number) => mayPass(new ServiceError(code, '', status));
  expect([verdict('ThrottlingException', 400), verdict('InternalError', 500)]).toEqual([true, true]);
  expect([verdict('AccessDenied', 403), verdict('NotImplemented', 501)]).toEqual([false, false]);
});
