import type { Finding } from '@aws-sdk/client-guardduty';
import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import { type HubPlace, hubSlotOf } from './hub.ts';
import { keepFinding } from './keep-finding.ts';

/**
 * Takes over a finding of GuardDuty, while Security Hub is enabled and GuardDuty's findings are let in.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/securityhub-integration.html
 */
export function importGuardDutyFinding(finding: Finding, place: HubPlace): void {
  const { hub } = hubSlotOf(place);
  if (!hub || hub.disabledProducts.has('aws/guardduty')) return;
  keepFinding(asSecurityFinding(finding, place), hub, place);
}

const asSecurityFinding = (finding: Finding, { region, accountId }: HubPlace): AwsSecurityFinding => ({
  SchemaVersion: '2018-10-08',
  Id: finding.Arn,
  ProductArn: `arn:${finding.Partition}:securityhub:${region}::product/aws/guardduty`,
  ProductName: 'GuardDuty',
  CompanyName: 'Amazon',
  Region: region,
  GeneratorId: finding.Arn?.split('/finding/')[0],
  AwsAccountId: accountId,
  Types: [`TTPs/Defense Evasion/${finding.Type?.replace('/', '-')}`],
  FirstObservedAt: finding.Service?.EventFirstSeen,
  LastObservedAt: finding.Service?.EventLastSeen,
  CreatedAt: finding.CreatedAt,
  UpdatedAt: finding.UpdatedAt,
  Severity: { Product: finding.Severity, Label: labelOf(finding.Severity ?? 0) },
  Title: finding.Title,
  Description: finding.Description,
  Resources: [
    {
      Type: 'AwsIamAccessKey',
      Id: `AWS::IAM::AccessKey:${finding.Resource?.AccessKeyDetails?.AccessKeyId}`,
      Region: region,
    },
  ],
  WorkflowState: 'NEW',
  Workflow: { Status: 'NEW' },
  RecordState: 'ACTIVE',
});

/** GuardDuty counts from 1 to 10. */
function labelOf(severity: number) {
  if (severity >= 9) return 'CRITICAL';
  if (severity >= 7) return 'HIGH';
  return severity >= 4 ? 'MEDIUM' : 'LOW';
}
