import { textOf } from '../../domain/canonical/fields.ts';
import type { JsonObject } from '../../domain/json.ts';
import { quote } from '../../domain/request/trail-request.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const configRuleDeleted: Technique = {
  id: 'config.config-rule-deleted',
  catalogue: ['CT-98'],
  severity: 'medium',
  done: 'deleted checks on trails in AWS Config',
  subject: 'account',
  calls: [
    {
      eventSource: 'config.amazonaws.com',
      eventNames: [
        'DeleteConfigRule',
        'DeleteRemediationConfiguration',
        'DeleteConfigurationAggregator',
        'DeleteConformancePack',
        'DeleteOrganizationConfigRule',
        'PutConfigRule',
      ],
    },
  ],
  drift: [],
  request: findLoss,
  restore: [],
  lost: 'Evaluations of that time, and what they would have set off.',
  toDo: 'Put the rule, its remediation or the pack back.',
};

function findLoss(
  { configRuleName, organizationConfigRuleName }: JsonObject,
  { eventName }: ApiCall,
): string | null {
  if (/(Pack|Aggregator)$/.test(eventName)) return 'many rules at once';
  const name = textOf(configRuleName ?? organizationConfigRuleName);
  return eventName !== 'PutConfigRule' && /cloud-?trail/i.test(name) ? `the rule is ${quote(name)}` : null;
}
