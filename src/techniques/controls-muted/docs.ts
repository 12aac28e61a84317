import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Turn off Security Hub, or mute its controls on trails',
  attack: ['T1562.001', 'T1685'],
  effect:
    'Findings on trails never come, or are suppressed as they come: by hand, by an automation rule, by a control that is off. What starts from findings never starts. The guard does not need them.',
  dataLost: 'Findings of that time.',
  benignTwins:
    'Findings that are accepted are suppressed, one by one: of these only those on CloudTrail count. Controls and rules on other things show nothing, insights never do.',
  whatToDo: 'Put it back; controls on trails look every 12 or 24 hours.',
  undo: [
    'aws securityhub enable-security-hub --region <Region>',
    'aws securityhub batch-update-standards-control-associations --standards-control-association-updates StandardsArn=<standard>,SecurityControlId=CloudTrail.1,AssociationStatus=ENABLED --region <Region>',
    'aws securityhub batch-update-findings --finding-identifiers Id=<finding>,ProductArn=<product> --workflow Status=NEW --region <Region>',
    'aws securityhub batch-delete-automation-rules --automation-rules-arns <rule> --region <Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DisableSecurityHub.html',
    'https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_UpdateStandardsControl.html',
    'https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchUpdateFindings.html',
    'https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_CreateAutomationRule.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-ct.html',
  ],
};
