import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

const MAX_LEVELS = 15;
const MAX_LENGTH = 1011;

/** A name's ARN: the leading slash of a hierarchy stands in for the one after `parameter`. */
export const arnOf = (name: string, { partition, region, accountId }: Call): string =>
  `arn:${partition}:ssm:${region}:${accountId}:parameter${name.startsWith('/') ? '' : '/'}${name}`;

/**
 * Refuses names that Parameter Store refuses.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html
 */
export function checkName(name: string, call: Call): void {
  if (!/^[\w.\-/]+$/.test(name) || arnOf(name, call).length > MAX_LENGTH) {
    throw invalid(
      `Parameter name: can't be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_`,
    );
  }
  if (/^\/?(aws|ssm)/i.test(name)) throw invalid(`No access to reserved parameter name: ${name}.`);
  if (name.includes('/') && !name.startsWith('/')) {
    throw invalid('Parameter name must be a fully qualified name.');
  }
  if (name.split('/').length - 1 > MAX_LEVELS) {
    throw new ServiceError(
      'HierarchyLevelLimitExceededException',
      `Parameter name can have at most ${MAX_LEVELS} levels.`,
    );
  }
}

const invalid = (message: string) => new ServiceError('ValidationException', message);
