import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import { partitionOf } from '../../endpoint/partition.ts';
import type { OcsfFinding } from './v2-findings.ts';

const SEVERITIES = ['Unknown', 'Informational', 'Low', 'Medium', 'High', 'Critical'];
const STATUSES: Readonly<Record<string, readonly [id: number, name: string]>> = {
  NEW: [1, 'New'],
  NOTIFIED: [2, 'In Progress'],
  SUPPRESSED: [3, 'Suppressed'],
  RESOLVED: [4, 'Resolved'],
};
const RESOURCE_TYPES = new Map([
  ['AwsAccount', 'AWS::::Account'],
  ['AwsCloudTrailTrail', 'AWS::CloudTrail::Trail'],
]);

interface About {
  /** What the newer Security Hub calls the finding. */
  readonly uid: string;
  readonly isUpdate: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * A control's finding as the newer Security Hub tells it: an OCSF Compliance Finding, class 2003. The members are those
 * of answers of GetFindingsV2 that people published.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-ocsf.html
 */
export function ocsfFinding(finding: AwsSecurityFinding, { uid, isUpdate, at }: About): OcsfFinding {
  const { Region: region = '', AwsAccountId: accountId, Compliance } = finding;
  const partition = partitionOf(region);
  const severity = severityOf(finding);
  const [statusId, status] = STATUSES[finding.Workflow?.Status ?? 'NEW'] ?? [1, 'New'];
  const activity = isUpdate ? 'Update' : 'Create';
  return {
    activity_id: isUpdate ? 2 : 1,
    activity_name: activity,
    category_name: 'Findings',
    category_uid: 2,
    class_name: 'Compliance Finding',
    class_uid: 2003,
    type_name: `Compliance Finding: ${activity}`,
    type_uid: isUpdate ? 200302 : 200301,
    ...severity,
    status_id: statusId,
    status,
    ...timeOf('time', at),
    metadata: {
      product: {
        name: 'Security Hub',
        vendor_name: 'AWS',
        uid: `arn:${partition}:securityhub:${region}::productv2/aws/securityhub`,
      },
      profiles: ['cloud', 'datetime', 'aws/cloud_resources'],
      extensions: [{ name: 'aws', uid: '998', version: '1.0.0' }],
      uid,
      version: '1.8.0',
    },
    cloud: { account: { uid: accountId }, provider: 'AWS', region },
    finding_info: findingInfo(finding, at),
    resources: (finding.Resources ?? []).map(({ Type = '', Id = '' }) => ({
      type: RESOURCE_TYPES.get(Type) ?? Type,
      uid: Id.replace('AWS::::Account:', ''),
      cloud_partition: partition,
      provider: 'AWS',
      region,
      owner: { account: { uid: accountId } },
    })),
    compliance: {
      control: Compliance?.SecurityControlId,
      standards: (Compliance?.AssociatedStandards ?? []).map(({ StandardsId }) => StandardsId),
      ...(Compliance?.Status === 'PASSED'
        ? { status: 'Pass', status_id: 1 }
        : { status: 'Fail', status_id: 3 }),
    },
    remediation: {
      desc: finding.Remediation?.Recommendation?.Text,
      references: [finding.Remediation?.Recommendation?.Url],
    },
    vendor_attributes: severity,
  };
}

function severityOf({ Severity }: AwsSecurityFinding) {
  const id = ['', 'INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'].indexOf(Severity?.Label ?? '');
  return { severity_id: Math.max(id, 0), severity: SEVERITIES[Math.max(id, 0)] };
}

const findingInfo = (finding: AwsSecurityFinding, at: number) => ({
  analytic: {
    category: 'AWS::Config::ConfigRule',
    name: finding.ProductFields?.['RelatedAWSResources:0/name'],
    type: 'Rule',
    type_id: 1,
  },
  title: finding.Title,
  desc: finding.Description,
  types: ['Posture Management'],
  ...timeOf('created_time', Date.parse(finding.CreatedAt ?? '')),
  ...timeOf('first_seen_time', Date.parse(finding.FirstObservedAt ?? '')),
  ...timeOf('last_seen_time', at),
  ...timeOf('modified_time', at),
  uid: finding.Id,
});

/** OCSF tells times twice: in milliseconds and as text. */
const timeOf = (name: string, at: number): Readonly<Record<string, unknown>> => ({
  [name]: at,
  [`${name}_dt`]: new Date(at).toISOString(),
});
