import { asJsonObject, type JsonObject } from '../domain/json.ts';
import type { SecurityFinding } from '../domain/signal.ts';
import { firstFinding } from './first-finding.ts';
import { readComplianceChange } from './read-compliance-change.ts';
import { readGuardDutyFinding } from './read-guardduty-finding.ts';
import { readOcsfFinding } from './read-ocsf-finding.ts';
import { readSecurityHubFinding } from './read-securityhub-finding.ts';
import { firstText, readText } from './read-text.ts';

/** What the guard writes as the maker of its own findings: they are no news to it. */
const OWN_GENERATOR = 'trailkeeper';

/** By the event's source and detail-type. */
const READERS: ReadonlyMap<string, (event: JsonObject) => SecurityFinding | undefined> = new Map([
  ['aws.guardduty GuardDuty Finding', readGuardDutyFinding],
  ['aws.securityhub Security Hub Findings - Imported', readSecurityHubFinding],
  ['aws.securityhub Findings Imported V2', readOcsfFinding],
  ['aws.config Config Rules Compliance Change', readComplianceChange],
]);

/** Reads the finding of an event; undefined when the event holds none about CloudTrail. */
export const readSecurityFinding = (event: JsonObject): SecurityFinding | undefined =>
  READERS.get([event.source, event['detail-type']].map(readText).join(' '))?.(event);

/** The account a finding is about: an administrator's account also gets the findings of its members. */
export function accountOfFinding(event: JsonObject): string | null {
  const { AwsAccountId, cloud } = firstFinding(event);
  const { accountId, awsAccountId } = asJsonObject(event.detail);
  return firstText(AwsAccountId, asJsonObject(asJsonObject(cloud).account).uid, accountId, awsAccountId);
}

/** Whether the guard made it itself: the generator of an ASFF finding is an analytic or a product in OCSF. */
export function isOwnFinding(event: JsonObject): boolean {
  const { GeneratorId, finding_info, metadata } = firstFinding(event);
  const { uid, name } = asJsonObject(asJsonObject(finding_info).analytic);
  const product = asJsonObject(asJsonObject(metadata).product);
  return [GeneratorId, uid, name, product.name].includes(OWN_GENERATOR);
}
