import { ServiceError } from '../../endpoint/service-error.ts';

export const invalidValue = (message: string): ServiceError =>
  new ServiceError('InvalidParameterValue', message);

export const missing = (member: string): ServiceError =>
  new ServiceError('MissingParameter', `The parameter ${member} is required.`);

export const validation = (message: string): ServiceError => new ServiceError('ValidationError', message);
