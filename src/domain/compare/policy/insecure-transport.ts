import type { Condition } from './condition.ts';
import type { Statement } from './statement.ts';

/** What CloudTrail and every current client speak at least. */
export const CURRENT_TLS = 1.2;

/**
 * Whether a statement is about nothing but requests without TLS, or with one that is out of date.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export const isAboutInsecureTransport = ({ conditions }: Statement): boolean =>
  conditions.some((condition) => isWithoutTls(condition) || isWithOldTls(condition));

const isWithoutTls = ({ key, operator, quantifier, values }: Condition): boolean =>
  key === 'aws:securetransport' &&
  /^Bool(IfExists)?$/.test(operator) &&
  !quantifier &&
  values.join() === 'false';

const isWithOldTls = ({ key, operator, values }: Condition): boolean =>
  key === 's3:tlsversion' &&
  /^NumericLessThan(IfExists)?$/.test(operator) &&
  values.every((version) => Number(version) <= CURRENT_TLS);
