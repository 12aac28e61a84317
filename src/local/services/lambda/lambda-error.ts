import { ServiceError } from '../../endpoint/service-error.ts';

export const invalidParameter = (message: string): ServiceError =>
  new ServiceError('InvalidParameterValueException', message);

export const notFound = (message: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', message, 404);

export const conflict = (message: string): ServiceError =>
  new ServiceError('ResourceConflictException', message, 409);

export const throttled = (): ServiceError =>
  new ServiceError('TooManyRequestsException', 'Rate Exceeded.', 429);
