import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { type FailedEvent, giveUp } from './failed-event.ts';
import { lookUpFunction } from './find-function.ts';
import { count } from './metrics.ts';
import { runFunction } from './run-function.ts';
import type { LambdaFunction } from './store.ts';

const MINUTE_MS = 60_000;
const MAX_RETRIES = 2;
const MAX_AGE_SECONDS = 6 * 3600;
const LONGEST_BACKOFF_MS = 5 * MINUTE_MS;

interface AsyncEvent {
  readonly requestId: string;
  readonly payload: string;
  readonly acceptedAt: number;
  /** Runs that ended in an error. */
  failures: number;
  throttles: number;
}

/**
 * Runs a function for an event that nobody waits for, and again when it fails.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function handleEvent(world: World, fn: LambdaFunction, requestId: string, payload: string): void {
  attempt(world, fn, { requestId, payload, acceptedAt: world.clock.now(), failures: 0, throttles: 0 });
}

async function attempt(world: World, fn: LambdaFunction, event: AsyncEvent): Promise<void> {
  // A function that was deleted meanwhile takes its events along.
  if (lookUpFunction(world, fn.arn) !== fn) return;
  try {
    const { outcome } = await runFunction(world, fn, event);
    if (outcome.errorType) failed(world, fn, event, { payload: outcome.payload, error: 'Unhandled' });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    refused(world, fn, event, error);
  }
}

type Failure = Pick<FailedEvent, 'payload' | 'error'>;

/** After an error in the function: twice more, a minute and then two minutes later. */
function failed(world: World, fn: LambdaFunction, event: AsyncEvent, failure: Failure): void {
  event.failures += 1;
  const retries = fn.eventInvokeConfig?.maximumRetryAttempts ?? MAX_RETRIES;
  const waitMs = event.failures * MINUTE_MS;
  if (event.failures > retries) drop(world, fn, event, 'RetriesExhausted', failure);
  else if (isTooOld(world, fn, event, waitMs)) drop(world, fn, event, 'EventAgeExceeded', failure);
  else world.clock.after(waitMs, () => attempt(world, fn, event));
}

/** After a throttle or a fault of Lambda's own: until the event is too old, at longer and longer intervals. */
function refused(world: World, fn: LambdaFunction, event: AsyncEvent, { code, message }: ServiceError): void {
  const waitMs = Math.min(LONGEST_BACKOFF_MS, 1000 * 2 ** event.throttles);
  event.throttles += 1;
  if (!isTooOld(world, fn, event, waitMs)) world.clock.after(waitMs, () => attempt(world, fn, event));
  else
    drop(world, fn, event, 'EventAgeExceeded', {
      payload: JSON.stringify({ errorMessage: message }),
      error: code,
    });
}

function isTooOld(world: World, fn: LambdaFunction, { acceptedAt }: AsyncEvent, waitMs: number): boolean {
  const maximumSeconds = fn.eventInvokeConfig?.maximumEventAgeInSeconds ?? MAX_AGE_SECONDS;
  return world.clock.now() + waitMs - acceptedAt > maximumSeconds * 1000;
}

function drop(
  world: World,
  fn: LambdaFunction,
  event: AsyncEvent,
  condition: FailedEvent['condition'],
  failure: Failure,
) {
  count(world, fn, 'AsyncEventsDropped');
  giveUp(world, fn, {
    ...failure,
    condition,
    event: event.payload,
    requestId: event.requestId,
    attempts: event.failures,
  });
}
