import { ServiceError } from '../../endpoint/service-error.ts';

const MAX_SYNCHRONOUS_BYTES = 6 * 1024 * 1024;
const MAX_ASYNCHRONOUS_BYTES = 1024 * 1024;

/**
 * The event a function gets; no payload is an empty object.
 * @throws ServiceError `RequestTooLargeException`, `InvalidRequestContentException`
 */
export function checkedPayload(payload: string, type: 'synchronous' | 'asynchronous'): string {
  const limit = type === 'synchronous' ? MAX_SYNCHRONOUS_BYTES : MAX_ASYNCHRONOUS_BYTES;
  const bytes = Buffer.byteLength(payload);
  if (bytes > limit) {
    throw new ServiceError(
      'RequestTooLargeException',
      `${bytes} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`,
      413,
    );
  }
  if (payload === '') return '{}';
  try {
    JSON.parse(payload);
    return payload;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    throw new ServiceError(
      'InvalidRequestContentException',
      `Could not parse request body into json: ${reason}`,
    );
  }
}
