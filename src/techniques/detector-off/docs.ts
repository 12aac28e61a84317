import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Turn off GuardDuty',
  attack: ['T1562.001', 'T1685'],
  effect:
    'GuardDuty tells nothing any more, not of a stopped trail either, or tells it up to six hours late. The guard does not need it.',
  dataLost: 'Findings of that time. With a deleted detector all of its findings, filters and lists.',
  benignTwins:
    'Members are moved to another administrator. A change that turns things on, or makes findings come faster, shows nothing.',
  whatToDo: 'Enable it again. It looks at CloudTrail by a stream of its own, but not back.',
  undo: [
    'aws guardduty create-detector --enable --finding-publishing-frequency FIFTEEN_MINUTES --region <Region>',
    'aws guardduty update-detector --detector-id <detector> --enable --features file://<features.json> --region <Region>',
    'aws guardduty start-monitoring-members --detector-id <detector> --account-ids <accounts> --region <Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DeleteDetector.html',
    'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_UpdateDetector.html',
    'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DisassociateFromAdministratorAccount.html',
    'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_UpdateOrganizationConfiguration.html',
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html',
  ],
};
