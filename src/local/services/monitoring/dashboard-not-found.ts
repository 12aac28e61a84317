import { ServiceError } from '../../endpoint/service-error.ts';

export const dashboardNotFound = (name: string): ServiceError =>
  new ServiceError('DashboardNotFoundError', `Dashboard ${name} does not exist`, 404);
