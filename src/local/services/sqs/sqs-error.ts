import { ServiceError } from '../../endpoint/service-error.ts';

/** SQS's errors by the codes of its query protocol, which clients of either protocol see. */
export const nonExistentQueue = () =>
  new ServiceError('AWS.SimpleQueueService.NonExistentQueue', 'The specified queue does not exist.');

export const invalidParameter = (message: string) => new ServiceError('InvalidParameterValue', message);

export const invalidReceiptHandle = () =>
  new ServiceError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.', 404);

export const messageNotInflight = () =>
  new ServiceError('AWS.SimpleQueueService.MessageNotInflight', "The specified message isn't in flight.");

/** A whole number within bounds, as SQS takes it in attributes and parameters. */
export function requireWholeNumber(name: string, value: string | number, min: number, max: number): number {
  const number = typeof value === 'string' && !/^\d+$/.test(value) ? Number.NaN : Number(value);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw invalidParameter(
    `Value ${value} for parameter ${name} is invalid. Reason: Must be between ${min} and ${max}, if provided.`,
  );
}
