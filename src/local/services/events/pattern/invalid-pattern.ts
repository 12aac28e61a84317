import { ServiceError } from '../../../endpoint/service-error.ts';

/** What PutRule and TestEventPattern answer to a pattern they cannot take. */
export const invalidPattern = (reason: string) =>
  new ServiceError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason}`);
