import type { Clock } from '../../endpoint/clock.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

/** Why a target did not take what was sent. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly isRetriable: boolean;
}

export interface RetryLimits {
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeSeconds: number;
}

/** A delivery that will not be tried again. */
export interface GivenUp {
  readonly failure: Failure;
  readonly retryAttempts: number;
  /** Which limit ended the retries; undefined when there was nothing to retry. */
  readonly exhausted?: 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds';
}

export interface Delivery {
  /** Sends once; answers what went wrong. */
  readonly attempt: (retryAttempts: number) => Failure | undefined;
  readonly giveUp: (givenUp: GivenUp) => void;
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
const defaults: RetryLimits = { maximumRetryAttempts: 185, maximumEventAgeSeconds: 86_400 };

/** A retry policy as EventBridge and its Scheduler take it, with their defaults. */
export const retryLimits = (
  policy:
    | { MaximumRetryAttempts?: number | undefined; MaximumEventAgeInSeconds?: number | undefined }
    | undefined,
): RetryLimits => ({
  maximumRetryAttempts: policy?.MaximumRetryAttempts ?? defaults.maximumRetryAttempts,
  maximumEventAgeSeconds: policy?.MaximumEventAgeInSeconds ?? defaults.maximumEventAgeSeconds,
});

/** Sends now, and again with growing pauses while the failure may pass and the limits allow. */
export function deliverWithRetries(clock: Clock, limits: RetryLimits, delivery: Delivery) {
  const startedAt = clock.now();
  const send = (retryAttempts: number) => {
    const failure = delivery.attempt(retryAttempts);
    if (!failure) return;
    if (!failure.isRetriable) return delivery.giveUp({ failure, retryAttempts });
    const pause = pauseBefore(retryAttempts);
    const age = clock.now() + pause - startedAt;
    if (retryAttempts >= limits.maximumRetryAttempts) {
      return delivery.giveUp({ failure, retryAttempts, exhausted: 'MaximumRetryAttempts' });
    }
    if (age > limits.maximumEventAgeSeconds * 1000) {
      return delivery.giveUp({ failure, retryAttempts, exhausted: 'MaximumEventAgeInSeconds' });
    }
    clock.after(pause, () => send(retryAttempts + 1));
  };
  send(0);
}

const firstPauseMs = 1_000;
const longestPauseMs = 480_000;

/** AWS tells no pauses, only "exponential back-off". With these, 185 retries take just under 24 hours. */
const pauseBefore = (retryAttempts: number) => Math.min(firstPauseMs * 2 ** retryAttempts, longestPauseMs);

/** Carries out one attempt. What is no answer of a service is a fault of ours and is thrown. */
export function attempting(
  send: () => Failure | undefined,
  describe: (error: ServiceError) => Failure,
): Failure | undefined {
  try {
    return send();
  } catch (error) {
    if (error instanceof ServiceError) return describe(error);
    throw error;
  }
}

/** Being throttled and faults of the target pass; what is wrong with the request or its rights does not. */
export const mayPass = ({ code, status }: ServiceError) =>
  (status >= 500 && status !== 501) || /Throttl|TooManyRequests|OverLimit/.test(code);
