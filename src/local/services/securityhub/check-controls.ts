import { judgedTrails, trailJudges } from '../config/trail-judges.ts';
import {
  archiveMissing,
  type CheckedResource,
  controlFinding,
  type FindingSource,
} from './control-finding.ts';
import { type Hub, type HubPlace, hubSlotOf, type Subscription } from './hub.ts';
import { keepFinding } from './keep-finding.ts';
import { type SecurityControl, standardOf } from './standards.ts';

/** "Within 25 minutes" for a hub that was just enabled. */
export const FIRST_CHECK_AFTER_MS = 25 * 60 * 1000;
/** "Every 12 or 24 hours" */
const PERIOD_MS = 12 * 60 * 60 * 1000;

/**
 * Checks all controls of a hub after some time, and then every twelve hours, until it is disabled.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-standards-schedule.html
 */
export function checkPeriodically(hub: Hub, place: HubPlace, afterMs: number): void {
  place.world.clock.after(afterMs, () => {
    if (hubSlotOf(place).hub !== hub) return;
    checkControls(hub, place);
    checkPeriodically(hub, place, PERIOD_MS);
  });
}

/** Checks all controls of a hub a moment from now, beside its periods. */
export function checkSoon(hub: Hub, place: HubPlace): void {
  place.world.clock.after(0, () => {
    if (hubSlotOf(place).hub === hub) checkControls(hub, place);
  });
}

function checkControls(hub: Hub, place: HubPlace): void {
  for (const source of sourcesOf(hub)) {
    const resources = check(source.control, place);
    for (const resource of resources) {
      const finding = controlFinding(source, resource, hub, place);
      keepFinding(finding, hub, place);
    }
    archiveMissing(source, resources, hub, place);
  }
}

/** What findings are made of: each control once, or each control of each standard. */
function sourcesOf(hub: Hub): readonly FindingSource[] {
  const enabled = [...hub.subscriptions.values()].flatMap(enabledControls);
  if (hub.controlFindingGenerator === 'STANDARD_CONTROL') return enabled;
  const byControl = Map.groupBy(enabled, ({ control }) => control.id);
  return [...byControl.values()].flatMap(([first, ...others]) =>
    first
      ? [{ control: first.control, standards: [first, ...others].flatMap(({ standards }) => standards) }]
      : [],
  );
}

function enabledControls({ standardId, controls }: Subscription): readonly FindingSource[] {
  const standard = standardOf(standardId);
  return [...(standard?.controls ?? [])]
    .filter(([ownId]) => controls.get(ownId)?.status !== 'DISABLED')
    .flatMap(([ownId, control]) => (standard ? [{ control, ownId, standards: [standard] }] : []));
}

function check(
  { rule }: SecurityControl,
  { world, accountId, region }: HubPlace,
): readonly CheckedResource[] {
  const judge = trailJudges.get(rule);
  return (judge?.(judgedTrails(world, accountId, region), accountId, {}) ?? []).map(
    ({ resourceType, resourceId, compliance }) => ({
      type: resourceType === 'AWS::::Account' ? 'AwsAccount' : 'AwsCloudTrailTrail',
      id: resourceType === 'AWS::::Account' ? `AWS::::Account:${resourceId}` : resourceId,
      isPassed: compliance === 'COMPLIANT',
    }),
  );
}
