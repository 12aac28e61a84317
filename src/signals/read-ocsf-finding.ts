import { asJsonObject, type JsonObject } from '../domain/json.ts';
import type { SecurityFinding } from '../domain/signal.ts';
import { isAboutCloudTrail } from './about-cloudtrail.ts';
import { firstFinding } from './first-finding.ts';
import { controlIn } from './read-securityhub-finding.ts';
import { firstText, firstTime, readText } from './read-text.ts';

/**
 * Reads a finding of Security Hub V2, in the Open Cybersecurity Schema Framework: those of GuardDuty carry its types, those
 * of controls the control. Its time is a number of milliseconds, or a text in `time_dt`.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-v2-cwe-event-formats.html
 */
export function readOcsfFinding(event: JsonObject): SecurityFinding | undefined {
  const { finding_info, compliance, cloud, time, time_dt } = firstFinding(event);
  const { uid, title, types, analytic } = asJsonObject(finding_info);
  const kinds = Array.isArray(types) ? types.slice(0, 10) : [];
  const texts = [asJsonObject(compliance).control, asJsonObject(analytic).name, title, ...kinds];
  if (!isAboutCloudTrail(texts)) return;
  return {
    kind: 'security-finding',
    source: 'Security Hub V2',
    id: firstText(uid, event.id) ?? '',
    type: controlIn(texts) ?? firstText(...kinds, title) ?? '',
    title: readText(title),
    region: firstText(asJsonObject(cloud).region, event.region) ?? '',
    at: typeof time === 'number' && Number.isFinite(time) ? time : firstTime(time_dt, event.time),
  };
}
