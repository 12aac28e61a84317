import { randomUUID } from 'node:crypto';
import { dispatch } from '../../../endpoint/dispatch.ts';
import type { Call } from '../../../endpoint/operation.ts';
import { ServiceError } from '../../../endpoint/service-error.ts';
import type { World } from '../../../endpoint/world.ts';

const cloudFormation = 'cloudformation.amazonaws.com';
const retryAfterMs = 1000;
const maxAttempts = 30;

/**
 * Calls a service in the name of who asked for the stack. CloudTrail records such calls as coming from CloudFormation.
 * @throws ServiceError with the service's own code, and as message the reason that CloudFormation gives
 */
export async function callService<Output>(
  asked: Call,
  service: string,
  operation: string,
  input: object,
): Promise<Output> {
  for (let attempt = 1; ; attempt++) {
    try {
      // Services answer in the shapes of AWS's API; the caller names the one it asked for.
      return (await dispatch({ service, operation, input: given(input), call: callFor(asked) })) as Output;
    } catch (error) {
      if (!isThrottled(error) || attempt === maxAttempts) throw withReason(error, service, operation);
      await pause(asked.world, retryAfterMs);
    }
  }
}

export const pause = (world: World, ms: number): Promise<void> =>
  new Promise((resolve) => {
    world.clock.after(ms, resolve);
  });

const callFor = (asked: Call): Call => ({
  ...asked,
  caller: { ...asked.caller, invokedBy: cloudFormation },
  sourceIp: cloudFormation,
  userAgent: cloudFormation,
  requestId: randomUUID(),
});

const given = (input: object) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

const isThrottled = (error: unknown) =>
  error instanceof ServiceError && /Throttl|TooManyRequests|RequestLimitExceeded/.test(error.code);

function withReason(error: unknown, service: string, operation: string): unknown {
  if (!(error instanceof ServiceError)) return error;
  const { code, message, status } = error;
  const reason = `Resource handler returned message: "${message} (Service: ${service}, Operation: ${operation}, Error Code: ${code})"`;
  return new ServiceError(code, reason, status);
}
