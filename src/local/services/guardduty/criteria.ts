import type { Condition, Finding, FindingCriteria } from '@aws-sdk/client-guardduty';
import { unsupported } from '../../endpoint/unsupported.ts';
import type { Filter } from './detector.ts';
import { findingDetail } from './finding-detail.ts';

/** Whether a filter archives a finding as soon as it is made. */
export const archives = ({ action, criteria }: Filter, finding: Finding): boolean =>
  action === 'ARCHIVE' && fitsCriteria(criteria, finding);

/**
 * Whether a finding is one that criteria look for: their keys are paths into a finding, as `service.archived`.
 * @throws ServiceError `NotImplemented` for an operator that is not served
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/findings_suppression-rule.html
 */
export function fitsCriteria({ Criterion = {} }: FindingCriteria, finding: Finding): boolean {
  const detail = findingDetail(finding);
  return Object.entries(Criterion).every(([path, condition]) => holds(valueAt(detail, path), condition));
}

/** @throws ServiceError `NotImplemented` for an operator that is not served */
export function checkCriteria({ Criterion = {} }: FindingCriteria): void {
  for (const condition of Object.values(Criterion)) holds(undefined, condition);
}

const valueAt = (detail: unknown, path: string): unknown =>
  path.split('.').reduce((value: unknown, name) => Object(value)[name], detail);

const holds = (value: unknown, condition: Condition): boolean =>
  Object.entries(condition)
    .filter(([, operand]) => operand !== undefined)
    .every(([operator, operand]) => {
      const test = tests.get(operator);
      if (!test) throw unsupported(`the operator ${operator} of a criterion`);
      return test(value, operand);
    });

type Test = (value: unknown, operand: unknown) => boolean;

const equals: Test = (value, operand) => (operand as readonly string[]).includes(String(value));
const isAbove: Test = (value, operand) => Number(value) > Number(operand);
const isBelow: Test = (value, operand) => Number(value) < Number(operand);

/** Each operator has an older name. */
const tests = new Map<string, Test>([
  ['Eq', equals],
  ['Equals', equals],
  ['Neq', (value, operand) => !equals(value, operand)],
  ['NotEquals', (value, operand) => !equals(value, operand)],
  ['Gt', isAbove],
  ['GreaterThan', isAbove],
  ['Gte', (value, operand) => !isBelow(value, operand)],
  ['GreaterThanOrEqual', (value, operand) => !isBelow(value, operand)],
  ['Lt', isBelow],
  ['LessThan', isBelow],
  ['Lte', (value, operand) => !isAbove(value, operand)],
  ['LessThanOrEqual', (value, operand) => !isAbove(value, operand)],
]);
