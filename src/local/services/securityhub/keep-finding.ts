import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import { applyAutomationRules } from './apply-automation-rules.ts';
import { findingKey, type Hub, type HubPlace } from './hub.ts';
import { sendImportedEvent } from './imported-event.ts';
import { keepInV2 } from './v2-findings.ts';

/** Keeps a finding that is new or changed, with what automation rules make of it, and tells EventBridge. */
export function keepFinding(given: AwsSecurityFinding, hub: Hub, place: HubPlace): void {
  const finding = applyAutomationRules(given, hub, place.world.clock.now());
  hub.findings.set(findingKey(finding), finding);
  sendImportedEvent(finding, place);
  keepInV2(finding, place);
}
