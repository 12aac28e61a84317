import { ServiceError } from '../../endpoint/service-error.ts';

export const validationError = (message: string) => new ServiceError('ValidationException', message);

export const notFound = (message: string) => new ServiceError('ResourceNotFoundException', message, 404);

export const conflict = (message: string) => new ServiceError('ConflictException', message, 409);
