import { ServiceError } from '../../endpoint/service-error.ts';

export const accessDenied = (): ServiceError =>
  new ServiceError('AccessDeniedException', "You don't have permissions to access this resource.");

export const invalidInput = (message: string): ServiceError =>
  new ServiceError('InvalidInputException', message);

export const constraintViolation = (message: string): ServiceError =>
  new ServiceError('ConstraintViolationException', message);

export const notFound = (kind: string, message: string): ServiceError =>
  new ServiceError(`${kind}NotFoundException`, message);
