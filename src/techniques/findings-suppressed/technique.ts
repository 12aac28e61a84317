import { flagOf } from '../../domain/canonical/fields.ts';
import type { Technique } from '../../domain/technique.ts';

export const findingsSuppressed: Technique = {
  id: 'guardduty.findings-suppressed',
  catalogue: ['CT-100'],
  severity: 'high',
  done: 'keeps findings of GuardDuty from being told',
  subject: 'account',
  calls: [
    {
      eventSource: 'guardduty.amazonaws.com',
      eventNames: ['CreateFilter', 'UpdateFilter', 'CreateIPSet', 'UpdateIPSet', 'ArchiveFindings'],
    },
  ],
  drift: [],
  request: ({ action, activate }) =>
    action === 'ARCHIVE'
      ? 'the filter archives'
      : flagOf(activate, false)
        ? 'a list of trusted addresses is on'
        : null,
  restore: [],
  lost: 'Nothing: archived findings stay for 90 days. What a trusted address did makes none.',
  toDo: 'Read the filter or list, delete it when nobody asked for it, and look at the archived findings.',
};
