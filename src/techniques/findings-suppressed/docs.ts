import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Suppress findings of GuardDuty',
  attack: ['T1562.001', 'T1685'],
  effect:
    'A filter archives findings before anybody hears of them; calls from addresses on a trusted list make none at all.',
  dataLost: 'Findings that a trusted list kept from being made. Archived ones stay for 90 days.',
  benignTwins:
    'Analysts suppress what is noise, and archive what they have read: that shows nothing. A new filter that archives is told, whoever made it.',
  whatToDo: 'See what the filter matches: one that names CloudTrail or a principal is meant for it.',
  undo: [
    'aws guardduty get-filter --detector-id <detector> --filter-name <filter> --region <Region>',
    'aws guardduty delete-filter --detector-id <detector> --filter-name <filter> --region <Region>',
    'aws guardduty update-ip-set --detector-id <detector> --ip-set-id <list> --no-activate --region <Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateFilter.html',
    'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateIPSet.html',
    'https://docs.aws.amazon.com/guardduty/latest/ug/findings_suppression-rule.html',
    'https://github.com/RhinoSecurityLabs/pacu',
  ],
};
