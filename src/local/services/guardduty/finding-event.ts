import type { Finding } from '@aws-sdk/client-guardduty';
import type { Call } from '../../endpoint/operation.ts';
import { lowerCamel } from '../cloudtrail/casing.ts';
import { putOnBus } from '../events/bus.ts';

/**
 * Tells EventBridge of a finding. Findings are no API calls: they arrive whether or not a trail logs.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 */
export function sendFindingEvent(finding: Finding, { world, accountId, region }: Call): void {
  putOnBus(world, accountId, region, {
    'detail-type': 'GuardDuty Finding',
    source: 'aws.guardduty',
    account: accountId,
    time: `${new Date(world.clock.now()).toISOString().slice(0, 19)}Z`,
    region,
    resources: [],
    detail: detailOf(finding),
  });
}

/** Events name everything in lower camel case and tell the additional information's own members as well. */
function detailOf(finding: Finding): Readonly<Record<string, unknown>> {
  const { AdditionalInfo = {}, ...service } = finding.Service ?? {};
  const additionalInfo = {
    ...JSON.parse(AdditionalInfo.Value ?? '{}'),
    value: AdditionalInfo.Value,
    type: AdditionalInfo.Type,
  };
  return {
    ...(lowerCamel(finding) as Readonly<Record<string, unknown>>),
    service: { ...(lowerCamel(service) as Readonly<Record<string, unknown>>), additionalInfo },
  };
}
