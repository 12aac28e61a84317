import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import { putOnBus } from '../events/bus.ts';
import { findingKey, type HubPlace } from './hub.ts';

/**
 * Tells EventBridge of a new or changed finding. Findings are no API calls: they arrive whether or not a trail logs.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-formats.html
 */
export function sendImportedEvent(finding: AwsSecurityFinding, { world, accountId, region }: HubPlace): void {
  putOnBus(world, accountId, region, {
    'detail-type': 'Security Hub Findings - Imported',
    source: 'aws.securityhub',
    account: accountId,
    time: `${new Date(world.clock.now()).toISOString().slice(0, 19)}Z`,
    region,
    resources: [findingKey(finding)],
    detail: { findings: [finding] },
  });
}
