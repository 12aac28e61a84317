import { asJsonObject, type JsonObject } from '../domain/json.ts';
import type { SecurityFinding } from '../domain/signal.ts';
import { isAboutCloudTrail } from './about-cloudtrail.ts';
import { firstText, firstTime, readText } from './read-text.ts';

/**
 * Reads a resource's change to non-compliant. What a rule is about shows in its name, which people choose, and in the type
 * of the resource; the rules about trails judge the account as a whole.
 * @see https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html
 */
export function readComplianceChange(event: JsonObject): SecurityFinding | undefined {
  const { configRuleName, resourceType, resourceId, awsRegion, newEvaluationResult } = asJsonObject(
    event.detail,
  );
  const { complianceType, annotation, resultRecordedTime } = asJsonObject(newEvaluationResult);
  if (complianceType !== 'NON_COMPLIANT' || !isAboutCloudTrail([configRuleName, resourceType])) return;
  return {
    kind: 'security-finding',
    source: 'AWS Config',
    id: firstText(event.id, resourceId) ?? '',
    type: readText(configRuleName) ?? '',
    title: readText(annotation),
    region: firstText(awsRegion, event.region) ?? '',
    at: firstTime(resultRecordedTime, event.time),
  };
}
