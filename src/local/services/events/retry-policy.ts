import type { RetryPolicy } from '@aws-sdk/client-eventbridge';
import { validationError } from './events-error.ts';

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html */
export function checkRetryPolicy(policy: RetryPolicy | undefined) {
  checkBetween('maximumRetryAttempts', policy?.MaximumRetryAttempts, 0, 185);
  checkBetween('maximumEventAgeInSeconds', policy?.MaximumEventAgeInSeconds, 60, 86_400);
}

function checkBetween(name: string, value: number | undefined, min: number, max: number) {
  if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return;
  throw validationError(
    `Value '${value}' at 'retryPolicy.${name}' failed to satisfy constraint: Member must have value between ${min} and ${max}`,
  );
}
