import { randomBytes } from 'node:crypto';

/**
 * An id like IAM's own: four letters that tell the kind (`AIDA` users, `AROA` roles, `ANPA` managed policies), then 17 more characters.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export const uniqueId = (prefix: 'AIDA' | 'ANPA' | 'AROA'): string =>
  prefix + randomBytes(9).toString('hex').slice(0, 17).toUpperCase();
