import { ServiceError } from '../../endpoint/service-error.ts';

/** @throws ServiceError `ValidationException` when a list is asked for in larger pages than there are */
export function checkPageSize(wanted: number, most: number): void {
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= most) return;
  throw new ServiceError('ValidationException', `'maxResults' must be between 1 and ${most}.`);
}
