import { ServiceError } from '../../endpoint/service-error.ts';

/** DynamoDB's answer to nearly every bad request. */
export const validation = (message: string): ServiceError => new ServiceError('ValidationException', message);
