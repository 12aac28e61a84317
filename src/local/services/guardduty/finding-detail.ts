import type { Finding } from '@aws-sdk/client-guardduty';
import { lowerCamel } from '../cloudtrail/casing.ts';

/**
 * A finding as events tell it: everything in lower camel case, and the additional information's own members as well.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 */
export function findingDetail(finding: Finding): Readonly<Record<string, unknown>> {
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
