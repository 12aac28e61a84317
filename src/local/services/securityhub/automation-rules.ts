import type { AutomationRulesConfig } from '@aws-sdk/client-securityhub';
import { unsupported } from '../../endpoint/unsupported.ts';
import { checkFilters } from './finding-filters.ts';
import { invalidInput } from './hub.ts';

/** @throws ServiceError `InvalidInputException` */
export function checkRule({ RuleOrder = 0, Criteria = {}, Actions = [] }: AutomationRulesConfig): void {
  if (RuleOrder < 1 || RuleOrder > 1000) throw invalidInput('RuleOrder must be between 1 and 1000.');
  if (Actions.length !== 1) throw invalidInput('A rule has one action.');
  const [action] = Actions;
  if (action?.Type !== 'FINDING_FIELDS_UPDATE') throw unsupported(`the action ${action?.Type}`);
  checkFilters({ ...Criteria });
}
