import type { ServiceError } from '../../endpoint/service-error.ts';
import { type Failure, mayPass } from './redelivery.ts';

/**
 * Failures by the codes that EventBridge writes on dead letters.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export const noPermissions = (message: string): Failure => ({
  code: 'NO_PERMISSIONS',
  message,
  isRetriable: false,
});

export const noResource = (message: string): Failure => ({
  code: 'NO_RESOURCE',
  message,
  isRetriable: false,
});

export function failureOf(error: ServiceError): Failure {
  const { code, message } = error;
  if (/NotFound|NonExistent/.test(code)) return noResource(message);
  if (/AccessDenied|Authorization/.test(code)) return noPermissions(message);
  if (!mayPass(error)) return { code: 'INVALID_PARAMETER', message, isRetriable: false };
  return { code: error.status >= 500 ? 'ERROR_FROM_TARGET' : 'THROTTLING', message, isRetriable: true };
}
