import type { JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const controlsMuted: Technique = {
  id: 'securityhub.controls-muted',
  catalogue: ['CT-101'],
  severity: 'high',
  done: 'turned off Security Hub, or muted its controls on trails',
  subject: 'account',
  calls: [
    {
      eventSource: 'securityhub.amazonaws.com',
      eventNames: [
        'DisableSecurityHub',
        'DisableSecurityHubV2',
        'BatchDisableStandards',
        'UpdateStandardsControl',
        'BatchUpdateStandardsControlAssociations',
        'BatchUpdateFindings',
        'CreateAutomationRule',
        'CreateAutomationRuleV2',
        'DisableImportFindingsForProduct',
        'DisassociateFromAdministratorAccount',
        'DeleteMembers',
        'UpdateInsight',
        'DeleteInsight',
      ],
    },
  ],
  drift: [],
  request: findLoss,
  restore: [],
  lost: 'Findings of that time, and whatever they would have set off.',
  toDo: 'Enable it again with its standards and controls, delete the rule, set the findings back to new.',
};

const OFF = /^(Disable|BatchDisableStandards|Disassociate|DeleteMembers)/;

/** Its records keep the names of the API, in capitals. What is about a trail's control has the control's id somewhere. */
function findLoss(request: JsonObject, { eventName }: ApiCall): string | null {
  if (OFF.test(eventName)) return `it was by ${eventName}`;
  const text = JSON.stringify(request);
  const isMuted = /"(Status|ControlStatus|AssociationStatus)":"(SUPPRESSED|DISABLED)"/i.test(text);
  return isMuted && /CloudTrail/i.test(text) ? 'controls on CloudTrail are muted' : null;
}
