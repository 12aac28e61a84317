import type { ServiceError } from '../../endpoint/service-error.ts';
import { invalidParameter } from './groups.ts';

export const invalidPattern = (): ServiceError => invalidParameter('Invalid metric filter pattern');
