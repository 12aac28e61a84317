/** How one invocation ended. */
export interface Outcome {
  readonly payload: string;
  /** AWS's name of the error, such as `Runtime.ExitError`; undefined when the function answered. */
  readonly errorType?: string | undefined;
  readonly status: 'success' | 'error' | 'timeout';
}

/** Lambda takes no larger answers. */
const MAX_RESPONSE_BYTES = 6_291_556;

export function answered(payload: string): Outcome {
  const bytes = Buffer.byteLength(payload);
  if (bytes <= MAX_RESPONSE_BYTES) return { payload, status: 'success' };
  return failure(
    'Function.ResponseSizeTooLarge',
    `Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`,
  );
}

/** What the function's own code threw, as its runtime tells it. */
export const thrown = (payload: string): Outcome => ({
  payload,
  errorType: errorTypeIn(payload),
  status: 'error',
});

export function timedOut(requestId: string, seconds: number): Outcome {
  const message = `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`;
  return { ...failure('Sandbox.Timedout', message), status: 'timeout' };
}

export function exited(requestId: string, code: number | null, signal: string | null): Outcome {
  const reason = signal
    ? `Runtime exited with error: signal: ${signal}`
    : code
      ? `Runtime exited with error: exit status ${code}`
      : 'Runtime exited without providing a reason';
  return failure('Runtime.ExitError', `RequestId: ${requestId} Error: ${reason}`);
}

const failure = (errorType: string, errorMessage: string): Outcome => ({
  payload: JSON.stringify({ errorType, errorMessage }),
  errorType,
  status: 'error',
});

function errorTypeIn(payload: string): string {
  try {
    return String(JSON.parse(payload).errorType);
  } catch {
    return 'Unhandled';
  }
}
