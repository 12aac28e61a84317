import { ServiceError } from '../../endpoint/service-error.ts';
import { invalidParameter } from './groups.ts';
import type { LogGroup } from './store.ts';

/** @throws ServiceError `InvalidParameterException` */
export function checkFilterName(name: string): void {
  if (!/^[^:*]{1,512}$/.test(name)) throw invalidParameter(`Filter name '${name}' is not valid.`);
}

/** Log groups for infrequent access have no filters. @throws ServiceError `InvalidOperationException` */
export function requireStandardClass({ name, logGroupClass }: LogGroup): void {
  if (logGroupClass === 'STANDARD') return;
  const message = `The log group ${name} is of the class ${logGroupClass}, which does not support this operation.`;
  throw new ServiceError('InvalidOperationException', message);
}

export const limitExceeded = (): ServiceError =>
  new ServiceError('LimitExceededException', 'Resource limit exceeded.');
