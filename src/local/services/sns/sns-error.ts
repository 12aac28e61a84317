import { ServiceError } from '../../endpoint/service-error.ts';

export const invalidParameter = (message: string): ServiceError =>
  new ServiceError('InvalidParameter', `Invalid parameter: ${message}`);

export const notFound = (what: 'Topic' | 'Subscription' | 'Resource'): ServiceError =>
  new ServiceError('NotFound', `${what} does not exist`, 404);

export const notAuthorized = (who: string, action: string, resource: string): ServiceError =>
  new ServiceError(
    'AuthorizationError',
    `User: ${who} is not authorized to perform: SNS:${action} on resource: ${resource}`,
    403,
  );
