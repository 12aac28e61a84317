import type { World } from '../../endpoint/world.ts';
import { isAllowed } from '../iam/authorize.ts';
import { sendToQueue } from '../sqs/deliver.ts';
import { findQueue } from '../sqs/store.ts';
import { count } from './metrics.ts';
import { LATEST, type LambdaFunction } from './store.ts';

export interface FailedEvent {
  readonly requestId: string;
  /** The event itself. */
  readonly event: string;
  readonly condition: 'RetriesExhausted' | 'EventAgeExceeded';
  readonly attempts: number;
  /** What the last attempt answered. */
  readonly payload: string;
  readonly error: string;
}

/** Hands an event that is given up on to the function's failure destination and to its dead-letter queue. */
export function giveUp(world: World, fn: LambdaFunction, failed: FailedEvent): void {
  const { onFailure } = fn.eventInvokeConfig ?? {};
  if (onFailure) send(world, fn, { queueArn: onFailure, body: invocationRecord(world, fn, failed), failed });
  const { deadLetterArn } = fn.settings;
  if (deadLetterArn) send(world, fn, { queueArn: deadLetterArn, body: failed.event, failed });
}

interface DeadLetter {
  readonly queueArn: string;
  readonly body: string;
  readonly failed: FailedEvent;
}

/** The function's role does the sending. */
function send(world: World, fn: LambdaFunction, { queueArn, body, failed }: DeadLetter): void {
  if (!findQueue(world, queueArn) || !isAllowed(world, fn.settings.role, 'sqs:SendMessage', queueArn)) {
    count(world, fn, 'DeadLetterErrors');
    return;
  }
  const attributes = new Map([
    ['RequestID', failed.requestId],
    ['ErrorCode', failed.error === 'Unhandled' ? '200' : '429'],
    ['ErrorMessage', failed.payload.slice(0, 1024)],
  ]);
  sendToQueue(world, queueArn, body, attributes);
  world.emit('deadLettered', { queueArn, reason: failed.condition, at: world.clock.now() });
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const invocationRecord = (world: World, fn: LambdaFunction, failed: FailedEvent): string =>
  JSON.stringify({
    version: '1.0',
    timestamp: new Date(world.clock.now()).toISOString(),
    requestContext: {
      requestId: failed.requestId,
      functionArn: `${fn.arn}:${LATEST}`,
      condition: failed.condition,
      approximateInvokeCount: failed.attempts,
    },
    requestPayload: JSON.parse(failed.event),
    responseContext: { statusCode: 200, executedVersion: LATEST, functionError: failed.error },
    responsePayload: JSON.parse(failed.payload),
  });
