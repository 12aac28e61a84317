import { asJsonObject, type JsonObject } from '../domain/json.ts';
import type { SecurityFinding } from '../domain/signal.ts';
import { isAboutCloudTrail } from './about-cloudtrail.ts';
import { firstFinding } from './first-finding.ts';
import { firstText, firstTime, readText } from './read-text.ts';

/**
 * Reads a finding in the AWS Security Finding Format. A control's id stands in one of several fields, depending on the
 * standard and on whether findings are consolidated; CIS names CloudTrail only in the title.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/controls-findings-create-update.html
 */
export function readSecurityHubFinding(event: JsonObject): SecurityFinding | undefined {
  const { GeneratorId, Title, Region, UpdatedAt, Id, ProductFields, Compliance } = firstFinding(event);
  const texts = [
    asJsonObject(Compliance).SecurityControlId,
    asJsonObject(ProductFields).ControlId,
    GeneratorId,
    Title,
  ];
  if (!isAboutCloudTrail(texts)) return;
  return {
    kind: 'security-finding',
    source: 'Security Hub',
    id: firstText(Id, event.id) ?? '',
    type: controlIn(texts) ?? readText(GeneratorId) ?? '',
    title: readText(Title),
    region: firstText(Region, event.region) ?? '',
    at: firstTime(UpdatedAt, event.time),
  };
}

/** `CloudTrail.5`, when one of the texts holds the id of a control. */
export const controlIn = (texts: readonly unknown[]): string | undefined =>
  /CloudTrail\.\d+/.exec(texts.map(readText).join(' '))?.[0];
