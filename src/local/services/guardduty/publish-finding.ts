import type { Finding } from '@aws-sdk/client-guardduty';
import type { World } from '../../endpoint/world.ts';
import { importGuardDutyFinding } from '../securityhub/import-guardduty-finding.ts';
import { archives } from './criteria.ts';
import { type Detector, detectorSlot } from './detector.ts';
import { sendFindingEvent } from './finding-event.ts';

/** Keeps a finding and tells EventBridge of it, unless a filter archives it: then nobody is told. */
export function publishFinding(world: World, detector: Detector, given: Finding): void {
  const isArchived = [...detector.filters.values()].some((filter) => archives(filter, given));
  const finding = { ...given, Service: { ...given.Service, Archived: isArchived } };
  detector.findings.set(finding.Id ?? '', finding);
  if (!isArchived) tell(world, detector, finding);
}

/** The account's own bus and Security Hub, and the bus of the account that administers it. */
export function tell(world: World, { administratorId }: Detector, finding: Finding): void {
  const { AccountId: accountId = '', Region: region = '' } = finding;
  sendFindingEvent(world, finding, accountId);
  importGuardDutyFinding(finding, { world, accountId, region });
  if (administratorId === undefined) return;
  const member = detectorSlot(world, administratorId, region).detector?.members.get(accountId);
  if (member?.status === 'Enabled') sendFindingEvent(world, finding, administratorId);
}
