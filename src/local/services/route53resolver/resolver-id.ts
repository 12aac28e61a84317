import { randomBytes } from 'node:crypto';

/** @example resolverId('rqlc') // 'rqlc-4473f20ca554c07a' */
export const resolverId = (prefix: string): string => `${prefix}-${randomBytes(8).toString('hex')}`;
