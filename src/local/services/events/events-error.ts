import { ServiceError } from '../../endpoint/service-error.ts';

export const validationError = (message: string) => new ServiceError('ValidationException', message);

export const invalidParameter = (name: string, reason: string) =>
  validationError(`Parameter ${name} is not valid. Reason: ${reason}`);

export const notFound = (message: string) => new ServiceError('ResourceNotFoundException', message);

export const limitExceeded = () =>
  new ServiceError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.');
