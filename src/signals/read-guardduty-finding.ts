import { asJsonObject, type JsonObject } from '../domain/json.ts';
import type { SecurityFinding } from '../domain/signal.ts';
import { isAboutCloudTrail } from './about-cloudtrail.ts';
import { firstText, firstTime, readText } from './read-text.ts';

/** Reads a finding of GuardDuty. @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html */
export function readGuardDutyFinding(event: JsonObject): SecurityFinding | undefined {
  const { type, title, id, region, updatedAt, service } = asJsonObject(event.detail);
  const { serviceName } = asJsonObject(asJsonObject(asJsonObject(service).action).awsApiCallAction);
  if (!isAboutCloudTrail([type, title, serviceName])) return;
  return {
    kind: 'security-finding',
    source: 'GuardDuty',
    id: firstText(id, event.id) ?? '',
    type: readText(type) ?? '',
    title: readText(title),
    region: firstText(region, event.region) ?? '',
    at: firstTime(updatedAt, event.time),
  };
}
