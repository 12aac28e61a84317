import type { Finding } from '@aws-sdk/client-guardduty';
import type { World } from '../../endpoint/world.ts';
import { putOnBus } from '../events/bus.ts';
import { findingDetail } from './finding-detail.ts';

/**
 * Tells EventBridge of a finding. Findings are no API calls: they arrive whether or not a trail logs.
 * @param accountId whose bus gets it: the finding's own account or one that administers it
 */
export function sendFindingEvent(world: World, finding: Finding, accountId: string): void {
  const { Region: region = '', AccountId } = finding;
  putOnBus(world, accountId, region, {
    'detail-type': 'GuardDuty Finding',
    source: 'aws.guardduty',
    account: AccountId ?? accountId,
    time: `${new Date(world.clock.now()).toISOString().slice(0, 19)}Z`,
    region,
    resources: [],
    detail: findingDetail(finding),
  });
}
