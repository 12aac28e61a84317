import { randomBytes } from 'node:crypto';

/** Config's ids end in a few letters and digits. */
export const randomId = (): string => randomBytes(8).toString('hex').slice(0, 6);
