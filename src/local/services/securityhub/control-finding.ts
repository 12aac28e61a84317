import { createHash } from 'node:crypto';
import type { AwsSecurityFinding, Partition } from '@aws-sdk/client-securityhub';
import { partitionOf } from '../../endpoint/partition.ts';
import { findingKey, type Hub, type HubPlace } from './hub.ts';
import { keepFinding } from './keep-finding.ts';
import {
  arnIn,
  controlArn,
  type SecurityControl,
  type Standard,
  standardArn,
  subscriptionArn,
} from './standards.ts';

/** What a control's findings are made of. */
export interface FindingSource {
  readonly control: SecurityControl;
  readonly standards: readonly Standard[];
  /** The one standard's own id of the control; absent where findings are consolidated. */
  readonly ownId?: string;
}

export interface CheckedResource {
  readonly type: 'AwsAccount' | 'AwsCloudTrailTrail';
  readonly id: string;
  readonly isPassed: boolean;
}

const NORMALIZED = { INFORMATIONAL: 0, LOW: 1, MEDIUM: 40, HIGH: 70 } as const;
const CONSOLIDATED = 'Software and Configuration Checks/Industry and Regulatory Standards';

/**
 * A control's finding on a resource: the one there is with what was seen now, or a new one.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/sample-control-findings.html
 */
export function controlFinding(
  source: FindingSource,
  resource: CheckedResource,
  hub: Hub,
  place: HubPlace,
): AwsSecurityFinding {
  const { control, standards, ownId } = source;
  const now = new Date(place.world.clock.now()).toISOString();
  const partition = partitionOf(place.region);
  const Id = findingId(source, resource, place);
  const ProductArn = `arn:${partition}:securityhub:${place.region}::product/aws/securityhub`;
  const before = hub.findings.get(findingKey({ Id, ProductArn }));
  const severity = resource.isPassed ? 'INFORMATIONAL' : control.severity;
  const types = [(ownId && standards[0]?.findingType) || CONSOLIDATED];
  return {
    SchemaVersion: '2018-10-08',
    Id,
    ProductArn,
    ProductName: 'Security Hub',
    CompanyName: 'AWS',
    Region: place.region,
    GeneratorId: (ownId && standards[0]?.generatorOf(ownId)) || `security-control/${control.id}`,
    AwsAccountId: place.accountId,
    Types: types,
    FirstObservedAt: before?.FirstObservedAt ?? now,
    LastObservedAt: now,
    CreatedAt: before?.CreatedAt ?? now,
    UpdatedAt: now,
    ProcessedAt: now,
    Severity: { Label: severity, Normalized: NORMALIZED[severity], Original: severity },
    Title: ownId ? `${ownId} ${control.title}` : control.title,
    Description: control.description,
    Remediation: {
      Recommendation: {
        Text: 'For information on how to correct this issue, consult the AWS Security Hub controls documentation.',
        Url: remediationUrl(control),
      },
    },
    ProductFields: {
      ...(ownId && standardFields(source, ownId, place)),
      'RelatedAWSResources:0/name': `securityhub-${control.rule.toLowerCase().replaceAll('_', '-')}-01a2b345`,
      'RelatedAWSResources:0/type': 'AWS::Config::ConfigRule',
      'aws/securityhub/ProductName': 'Security Hub',
      'aws/securityhub/CompanyName': 'AWS',
      'Resources:0/Id': resource.id,
      'aws/securityhub/FindingId': findingKey({ Id, ProductArn }),
      ...(before?.Compliance?.Status && { PreviousComplianceStatus: before.Compliance.Status }),
    },
    Resources: [
      { Type: resource.type, Id: resource.id, Partition: partition as Partition, Region: place.region },
    ],
    Compliance: {
      Status: resource.isPassed ? 'PASSED' : 'FAILED',
      SecurityControlId: control.id,
      AssociatedStandards: standards.map(({ arnPart }) => ({ StandardsId: arnPart })),
    },
    WorkflowState: 'NEW',
    Workflow: { Status: workflowStatus(before, resource) },
    RecordState: 'ACTIVE',
    FindingProviderFields: { Types: types, Severity: { Label: severity, Original: severity } },
    ...(before?.Note && { Note: before.Note }),
    ...(before?.UserDefinedFields && { UserDefinedFields: before.UserDefinedFields }),
  };
}

export const remediationUrl = ({ id }: Pick<SecurityControl, 'id'>): string =>
  `https://docs.aws.amazon.com/console/securityhub/${id}/remediation`;

function standardFields({ standards: [standard] }: FindingSource, ownId: string, place: HubPlace) {
  if (!standard) return {};
  return {
    StandardsArn: standardArn({ ...standard, isRegional: false }, place.region),
    StandardsSubscriptionArn: subscriptionArn(standard, place),
    ControlId: ownId,
    StandardsControlArn: controlArn(standard, ownId, place),
  };
}

/** The same control on the same resource is the same finding. */
function findingId(
  { control, standards, ownId }: FindingSource,
  { id }: CheckedResource,
  place: HubPlace,
): string {
  const of = ownId ? `subscription/${standards[0]?.id}/${ownId}` : `security-control/${control.id}`;
  const hash = createHash('md5').update(`${of} ${id}`).digest('hex');
  const uuid = [0, 8, 12, 16, 20].map((start, i) => hash.slice(start, [8, 12, 16, 20, 32][i])).join('-');
  return arnIn(place, `${of}/finding/${uuid}`);
}

/**
 * What passes is resolved; what fails again is new, unless somebody suppressed it.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/findings-workflow-status.html
 */
function workflowStatus(before: AwsSecurityFinding | undefined, { isPassed }: CheckedResource) {
  const status = before?.Workflow?.Status ?? 'NEW';
  if (status === 'SUPPRESSED') return status;
  if (isPassed) return 'RESOLVED';
  return before?.Compliance?.Status === 'FAILED' ? status : 'NEW';
}

/** Archives a control's findings on resources that are gone. */
export function archiveMissing(
  source: FindingSource,
  resources: readonly CheckedResource[],
  hub: Hub,
  place: HubPlace,
): void {
  const current = new Set(resources.map((resource) => findingId(source, resource, place)));
  const [prefix = ''] = findingId(source, { type: 'AwsAccount', id: '', isPassed: true }, place).split(
    '/finding/',
  );
  for (const finding of [...hub.findings.values()]) {
    const isMissing = finding.Id?.startsWith(`${prefix}/finding/`) && !current.has(finding.Id);
    if (isMissing && finding.RecordState === 'ACTIVE')
      keepFinding({ ...finding, RecordState: 'ARCHIVED' }, hub, place);
  }
}
