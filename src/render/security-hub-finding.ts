import type { TrailReport } from '../domain/telling/report.ts';
import { bound, defang } from './defang.ts';
import { headlineOf } from './headline.ts';
import { listed } from './listed.ts';
import { isoTime } from './time.ts';

/** What our findings are known by: rules and the guard's own reading leave them out by it. */
const GENERATOR_ID = 'trailkeeper';

const ID_LENGTH = 256;
const TITLE_LENGTH = 256;
const DESCRIPTION_LENGTH = 1_024;
const RECOMMENDATION_LENGTH = 512;
const FIELD_LENGTH = 2_048;

const LABELS = {
  critical: 'CRITICAL',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
  info: 'INFORMATIONAL',
} as const;

/** A finding in AWS Security Finding Format, as BatchImportFindings takes it. */
export interface SecurityHubFinding {
  readonly SchemaVersion: '2018-10-08';
  readonly Id: string;
  readonly ProductArn: string;
  readonly GeneratorId: string;
  readonly AwsAccountId: string;
  readonly Types: string[];
  readonly CreatedAt: string;
  readonly UpdatedAt: string;
  readonly Severity: { readonly Label: (typeof LABELS)[keyof typeof LABELS] };
  readonly Title: string;
  readonly Description: string;
  readonly Remediation?: { readonly Recommendation: { readonly Text: string } };
  readonly ProductFields: Record<string, string>;
  readonly Resources: {
    readonly Type: string;
    readonly Id: string;
    readonly Partition: 'aws' | 'aws-cn' | 'aws-us-gov';
    readonly Region: string;
  }[];
  readonly RecordState: 'ACTIVE';
  readonly FindingProviderFields: {
    readonly Severity: { readonly Label: (typeof LABELS)[keyof typeof LABELS] };
    readonly Types: string[];
  };
}

const TYPES = ['TTPs/Defense Evasion'];

/**
 * A report as a finding of the account's own product, one for each incident: a later report amends it. Severity and types
 * stand twice, since Security Hub takes a provider's changes of them only from `FindingProviderFields`.
 * @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/finding-update-batchimportfindings.html
 */
export function renderSecurityHubFinding(report: TrailReport): SecurityHubFinding {
  const { guard, incidentId, severity, at, dark, weakened } = report;
  const { partition, region, accountId } = guard;
  const Severity = { Label: LABELS[severity] };
  return {
    SchemaVersion: '2018-10-08',
    Id: `${GENERATOR_ID}/${cut(defang(incidentId), ID_LENGTH)}`,
    ProductArn: `arn:${partition}:securityhub:${region}:${accountId}:product/${accountId}/default`,
    GeneratorId: GENERATOR_ID,
    AwsAccountId: accountId,
    Types: TYPES,
    CreatedAt: isoTime((dark ?? weakened)?.from ?? at) ?? at,
    UpdatedAt: at,
    Severity,
    Title: cut(headlineOf(report, 60), TITLE_LENGTH),
    Description: cut(descriptionOf(report), DESCRIPTION_LENGTH),
    ...remediationOf(report),
    ProductFields: fieldsOf(report),
    Resources: [resourceOf(report)],
    RecordState: 'ACTIVE',
    FindingProviderFields: { Severity, Types: TYPES },
  };
}

/** Some of AWS's limits may count a character beyond the first 65,536 as two. */
const cut = (text: string, limit: number) => bound(text.replace(/[\u{10000}-\u{10ffff}]/gu, '?'), limit);

function descriptionOf(report: TrailReport): string {
  const { findings, lost, dark, principals } = report;
  const sentences = [
    headlineOf(report, 128),
    ...listed(findings, ({ evidence }) => defang(evidence), { atMost: 5 }),
    dark ? `Nothing was recorded from ${defang(dark.from)} until ${defang(dark.until ?? 'now')}` : '',
    principals.length > 0
      ? `Known callers: ${listed(principals, (principal) => defang(principal), { atMost: 3 }).join(', ')}`
      : '',
    ...lost.map((sentence) => defang(sentence, 256)),
  ];
  return sentences
    .flatMap((sentence) => sentence || [])
    .map((sentence) => (sentence.endsWith('.') ? sentence : `${sentence}.`))
    .join(' ');
}

function remediationOf({ toDo }: TrailReport): Pick<SecurityHubFinding, 'Remediation'> {
  const text = toDo.map((sentence) => defang(sentence, 256)).join(' ');
  return text ? { Remediation: { Recommendation: { Text: cut(text, RECOMMENDATION_LENGTH) } } } : {};
}

/** What programs match by. */
function fieldsOf({
  incidentId,
  outcome,
  findings,
  notice,
  principals,
}: TrailReport): Record<string, string> {
  const listed = (texts: readonly string[]) =>
    cut([...new Set(texts)].map((text) => defang(text)).join(','), FIELD_LENGTH);
  const techniques = listed(findings.map(({ techniqueId }) => techniqueId));
  return {
    'trailkeeper/incidentId': cut(defang(incidentId), FIELD_LENGTH),
    'trailkeeper/outcome': outcome,
    'trailkeeper/notice': notice,
    ...(techniques && { 'trailkeeper/techniques': techniques }),
    ...(principals.length > 0 && { 'trailkeeper/principals': listed(principals) }),
  };
}

function resourceOf({ trail, guard }: TrailReport): SecurityHubFinding['Resources'][number] {
  const Partition = guard.partition as SecurityHubFinding['Resources'][number]['Partition'];
  return trail
    ? { Type: 'AwsCloudTrailTrail', Id: trail.arn, Partition, Region: trail.homeRegion }
    : { Type: 'AwsAccount', Id: `AWS::::Account:${guard.accountId}`, Partition, Region: guard.region };
}
