import { asJsonObject, type JsonObject } from '../domain/json.ts';
import type { SecurityFinding } from '../domain/signal.ts';
import { firstText, firstTime, readText } from './read-text.ts';

/** Reads the finding of a GuardDuty or Security Hub event; undefined when the event holds none about CloudTrail. */
export function readSecurityFinding(event: JsonObject): SecurityFinding | undefined {
  const eventType = readText(event['detail-type']);
  if (eventType === 'GuardDuty Finding' && event.source === 'aws.guardduty') return readGuardDuty(event);
  if (eventType === 'Security Hub Findings - Imported' && event.source === 'aws.securityhub') {
    return readSecurityHub(event);
  }
}

/** The account a finding is about: an administrator's account also gets the findings of its members. */
export const accountOfFinding = (event: JsonObject): string | null =>
  firstText(findingOf(event).AwsAccountId, asJsonObject(event.detail).accountId);

/** AWS sends one Security Hub finding an event, in a list. */
function findingOf({ detail }: JsonObject): JsonObject {
  const { findings } = asJsonObject(detail);
  return asJsonObject(Array.isArray(findings) && findings[0]);
}

/**
 * Findings that name CloudTrail, of any severity: the one for a disabled trail has a low one. And some families:
 * AnomalousBehavior, for one, also reports a StopLogging, and tactics were renamed. One look too many costs a few reads.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-iam.html
 */
const ABOUT_CLOUDTRAIL = /cloudtrail|^(Stealth|DefenseEvasion|DefenseImpairment):IAMUser\//i;

function readGuardDuty(event: JsonObject): SecurityFinding | undefined {
  const { type, title, id, region, updatedAt, service } = asJsonObject(event.detail);
  const { serviceName } = asJsonObject(asJsonObject(asJsonObject(service).action).awsApiCallAction);
  if (!ABOUT_CLOUDTRAIL.test([type, title, serviceName].map(readText).join(' '))) return;
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

/**
 * A control's id stands in one of several fields, depending on the standard and on whether findings are consolidated;
 * CIS names CloudTrail only in the title.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/controls-findings-create-update.html
 */
function readSecurityHub(event: JsonObject): SecurityFinding | undefined {
  const { GeneratorId, Title, Region, UpdatedAt, Id, ProductFields, Compliance } = findingOf(event);
  const control = [
    asJsonObject(Compliance).SecurityControlId,
    asJsonObject(ProductFields).ControlId,
    GeneratorId,
  ];
  const texts = [...control, Title].map(readText).join(' ');
  if (!/cloudtrail/i.test(texts)) return;
  return {
    kind: 'security-finding',
    source: 'Security Hub',
    id: firstText(Id, event.id) ?? '',
    type: /CloudTrail\.\d+/.exec(texts)?.[0] ?? readText(GeneratorId) ?? '',
    title: readText(Title),
    region: firstText(Region, event.region) ?? '',
    at: firstTime(UpdatedAt, event.time),
  };
}
