import type { Finding } from '@aws-sdk/client-guardduty';
import type { FinishedCall } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { findTrailToRead } from '../cloudtrail/find-trail.ts';
import { selectsManagementEvent } from '../cloudtrail/selection.ts';
import { type Detector, detectorSlot } from './detector.ts';
import { disabledTrailFinding } from './disabled-trail-finding.ts';
import { publishFinding, tell } from './publish-finding.ts';
import { isTrusted } from './trusted-addresses.ts';

/** "New findings within approximately 5 minutes" */
const FOUND_AFTER_MS = 5 * 60 * 1000;

const PUBLISHED_AFTER_MS = {
  FIFTEEN_MINUTES: 15 * 60 * 1000,
  ONE_HOUR: 60 * 60 * 1000,
  SIX_HOURS: 6 * 60 * 60 * 1000,
};

/**
 * Makes a finding of every call that turns a trail off. GuardDuty has a stream of its own: it sees them with no trail too.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-iam.html#stealth-iam-cloudtrailloggingdisabled
 */
export function watchTrails(world: World): void {
  world.on('call', (finished) => {
    if (finished.service !== 'cloudtrail' || finished.error || !turnsOff(finished)) return;
    world.clock.after(FOUND_AFTER_MS, () => detect(world, finished));
  });
}

/** Published samples of the finding name these three calls. */
function turnsOff({ operation, input, call }: FinishedCall): boolean {
  if (operation !== 'PutEventSelectors') return operation === 'DeleteTrail' || operation === 'StopLogging';
  const { selectors } = findTrailToRead(Object(input).TrailName, call);
  return !selectsManagementEvent(selectors, { eventSource: 'iam.amazonaws.com', readOnly: false });
}

function detect(world: World, finished: FinishedCall): void {
  const { accountId, region, sourceIp } = finished.call;
  const { detector } = detectorSlot(world, accountId, region);
  if (!detector?.isEnabled || isTrusted(world, detector, sourceIp)) return;
  const found = disabledTrailFinding(finished, detector);
  const before = detector.findings.get(found.Id ?? '');
  if (before) countAgain(world, detector, before);
  else publishFinding(world, detector, found);
}

/** What happens again is told once, after the publishing interval. */
function countAgain(world: World, detector: Detector, before: Finding): void {
  const { Id: id = '', Service: service = {} } = before;
  const now = new Date(world.clock.now()).toISOString();
  const times = service.Count ?? 1;
  detector.findings.set(id, {
    ...before,
    UpdatedAt: now,
    Service: { ...service, Count: times + 1, EventLastSeen: now },
  });
  if (times > 1) return;
  world.clock.after(PUBLISHED_AFTER_MS[detector.findingPublishingFrequency], () => {
    const current = detector.findings.get(id);
    if (current && !current.Service?.Archived) tell(world, detector, current);
  });
}
