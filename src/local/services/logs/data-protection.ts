import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findGroup, invalidParameter } from './groups.ts';
import type { LogGroup } from './store.ts';

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html */
const MAX_CHARACTERS = 30_720;

/**
 * Refuses what is no data protection policy: two statements for the same data, one that audits and one that masks. What is
 * masked is not shown masked here.
 * @throws ServiceError `InvalidParameterException`
 */
export function checkDataProtection(document: string): void {
  const { Name, Version, Statement } = parsed(document);
  const operations = [Statement]
    .flat()
    .flatMap((statement) => Object.keys(Object(Object(statement).Operation)));
  const isComplete =
    typeof Name === 'string' &&
    Version === '2021-06-01' &&
    operations.includes('Audit') &&
    operations.includes('Deidentify');
  if (!isComplete || document.length > MAX_CHARACTERS)
    throw invalidParameter('Invalid data protection policy.');
}

/** Groups for infrequent access have none. @throws ServiceError `ResourceNotFoundException`, `InvalidParameterException` */
export function protectableGroup(identifier: string | undefined, call: Call): LogGroup {
  const group = findGroup(identifier, call);
  if (group.logGroupClass === 'STANDARD') return group;
  throw invalidParameter(`The log group ${group.name} is of the class ${group.logGroupClass}.`);
}

export const noDataProtection = (): ServiceError =>
  new ServiceError('ResourceNotFoundException', 'The specified data protection policy does not exist.');

function parsed(document: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(document));
  } catch {
    throw invalidParameter('Invalid data protection policy.');
  }
}
