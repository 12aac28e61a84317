import { randomUUID } from 'node:crypto';
import type { InvocationRequest, InvocationResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import type { World } from '../../endpoint/world.ts';
import { handleEvent } from './async-events.ts';
import type { InvocationResult } from './environment/function-environments.ts';
import { environmentsOf } from './environments.ts';
import { functionNamed, lookUpFunction } from './find-function.ts';
import { notFound } from './lambda-error.ts';
import { checkedPayload } from './payload.ts';
import { checkMayInvoke } from './permission.ts';
import { refuseForThrottle, runFunction } from './run-function.ts';
import type { LambdaFunction } from './store.ts';

/** What a function answered. */
export interface Answer {
  readonly payload: string;
  /** `Unhandled` when the payload is an error. */
  readonly functionError?: string;
}

/**
 * Runs a function for a service that waits for the answer; whether it may is `mayInvoke`'s question. Waits its turn when
 * the function's concurrency is used up.
 * @throws ServiceError `ResourceNotFoundException`, `TooManyRequestsException` when its concurrency is 0
 */
export async function invokeFunction(world: World, functionArn: string, payload: string): Promise<Answer> {
  const fn = requireFunction(world, functionArn);
  const event = checkedPayload(payload, 'synchronous');
  const { outcome } = await runFunction(world, fn, { requestId: randomUUID(), payload: event });
  return { payload: outcome.payload, ...(outcome.errorType && { functionError: 'Unhandled' }) };
}

/**
 * Hands a function an event without waiting; whether the service may is `mayInvoke`'s question.
 * @throws ServiceError `ResourceNotFoundException`
 */
export function invokeAsync(world: World, functionArn: string, payload: string): void {
  const fn = requireFunction(world, functionArn);
  handleEvent(world, fn, randomUUID(), checkedPayload(payload, 'asynchronous'));
}

function requireFunction(world: World, functionArn: string): LambdaFunction {
  const fn = lookUpFunction(world, functionArn);
  if (!fn) throw notFound(`Function not found: ${functionArn}`);
  return fn;
}

export const Invoke: Operation<InvocationRequest, InvocationResponse> = async (input, call) => {
  refuseUnsupported(input, 'DurableExecutionName', 'TenantId');
  const { InvocationType = 'RequestResponse', Payload, ClientContext, LogType } = input;
  const { world, requestId } = call;
  const fn = functionNamed(input.FunctionName, call, input.Qualifier);
  checkMayInvoke(fn, call.caller);
  const payload = Buffer.from(Payload ?? []).toString();
  if (InvocationType === 'DryRun') return { StatusCode: 204, ExecutedVersion: fn.version };
  if (InvocationType === 'Event') {
    handleEvent(world, fn, requestId, checkedPayload(payload, 'asynchronous'));
    return { StatusCode: 202 };
  }
  if (LogType !== undefined && LogType !== 'None' && LogType !== 'Tail')
    throw unsupported(`the log type ${LogType}`);
  const event = checkedPayload(payload, 'synchronous');
  if (environmentsOf(world).of(fn).isFull) throw refuseForThrottle(world, fn);
  const result = await runFunction(world, fn, {
    requestId,
    payload: event,
    clientContext: ClientContext && Buffer.from(ClientContext, 'base64').toString(),
  });
  return response(fn, result, LogType === 'Tail');
};

const LOG_TAIL_BYTES = 4096;

const response = (
  { version }: LambdaFunction,
  { outcome, logged }: InvocationResult,
  withLog: boolean,
): InvocationResponse => ({
  StatusCode: 200,
  ExecutedVersion: version,
  Payload: Buffer.from(outcome.payload) as InvocationResponse['Payload'],
  ...(outcome.errorType && { FunctionError: 'Unhandled' }),
  ...(withLog && { LogResult: Buffer.from(logged.join('\n')).subarray(-LOG_TAIL_BYTES).toString('base64') }),
});
