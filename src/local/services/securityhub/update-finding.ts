import type {
  AutomationRulesFindingFieldsUpdate,
  AwsSecurityFinding,
  BatchUpdateFindingsRequest,
} from '@aws-sdk/client-securityhub';

type Update = AutomationRulesFindingFieldsUpdate | BatchUpdateFindingsRequest;

/** A finding with what a customer, or his automation rule, says of it. What is not said stays. */
export const withUpdate = (finding: AwsSecurityFinding, update: Update, now: number): AwsSecurityFinding => ({
  ...finding,
  ...(update.Note && { Note: { ...update.Note, UpdatedAt: new Date(now).toISOString() } }),
  ...(update.Workflow && { Workflow: update.Workflow }),
  ...(update.Severity && { Severity: { ...finding.Severity, ...update.Severity } }),
  ...(update.UserDefinedFields && { UserDefinedFields: update.UserDefinedFields }),
  ...(update.VerificationState && { VerificationState: update.VerificationState }),
  ...(update.Confidence !== undefined && { Confidence: update.Confidence }),
  ...(update.Criticality !== undefined && { Criticality: update.Criticality }),
  ...(update.Types && { Types: update.Types }),
  ...(update.RelatedFindings && { RelatedFindings: update.RelatedFindings }),
});
