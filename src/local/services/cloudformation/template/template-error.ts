import { ServiceError } from '../../../endpoint/service-error.ts';

/** What CloudFormation answers when a request or its template cannot be accepted. */
export const validationError = (message: string): ServiceError =>
  new ServiceError('ValidationError', message);

/** The template is at fault, at `at`: a path such as `Resources.Queue.Properties.QueueName`. */
export const templateError = (message: string, at?: string): ServiceError =>
  validationError(`Template error: ${message}${at ? ` (at ${at})` : ''}`);

/** The template is no template, or not in a form that CloudFormation reads. */
export const templateFormatError = (message: string): ServiceError =>
  validationError(`Template format error: ${message}`);
