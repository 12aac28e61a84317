import { flagOf } from '../../domain/canonical/fields.ts';
import { asJsonObject, type JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const detectorOff: Technique = {
  id: 'guardduty.detector-off',
  catalogue: ['CT-99'],
  severity: 'critical',
  done: 'turned off GuardDuty, or took it from accounts',
  subject: 'account',
  calls: [
    {
      eventSource: 'guardduty.amazonaws.com',
      eventNames: [
        'DeleteDetector',
        'UpdateDetector',
        'StopMonitoringMembers',
        'DisassociateMembers',
        'DeleteMembers',
        'DisassociateFromAdministratorAccount',
        'DisassociateFromMasterAccount',
        'DisableOrganizationAdminAccount',
        'UpdateOrganizationConfiguration',
        'DeletePublishingDestination',
      ],
    },
  ],
  drift: [],
  request: findLoss,
  restore: [],
  lost: 'Findings of that time. With a deleted detector all of its findings, filters and lists.',
  toDo: 'Enable GuardDuty again with its features, filters and members.',
};

function findLoss(request: JsonObject, { eventName }: ApiCall): string | null {
  if (!eventName.startsWith('Update')) return `it was by ${eventName}`;
  const {
    enable,
    autoEnable,
    autoEnableOrganizationMembers,
    findingPublishingFrequency,
    features,
    dataSources,
  } = request;
  if (!flagOf(enable, true)) return 'enable is false';
  if (!flagOf(autoEnable, true) || autoEnableOrganizationMembers === 'NONE')
    return 'new accounts are left out';
  if (findingPublishingFrequency === 'SIX_HOURS') return 'findings come every six hours';
  const off = [features]
    .flat()
    .map(asJsonObject)
    .find(({ status, autoEnable: mode }) => status === 'DISABLED' || mode === 'NONE');
  if (off) return 'a feature is off';
  return /"(enable|autoEnable)":false/.test(JSON.stringify(dataSources ?? null))
    ? 'a data source is off'
    : null;
}
