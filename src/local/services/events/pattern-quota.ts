import { ServiceError } from '../../endpoint/service-error.ts';

/**
 * What an account may write without asking for more.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
const longestPattern = 2_048;

export function refuseLongPattern(pattern: string) {
  if (pattern.length <= longestPattern) return;
  throw new ServiceError(
    'LimitExceededException',
    `The event pattern has ${pattern.length} characters; the default quota is ${longestPattern}.`,
  );
}
