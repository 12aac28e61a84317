import { checkLength, type EventPattern } from './event-pattern.ts';

/** The names of findings that say CloudTrail was touched, whichever tactic they are filed under. */
const GUARDDUTY_TYPES = [
  { wildcard: '*CloudTrail*' },
  { prefix: 'Stealth:IAMUser/' },
  { prefix: 'DefenseEvasion:IAMUser/' },
  { prefix: 'DefenseImpairment:IAMUser/' },
];

/**
 * GuardDuty's findings that name CloudTrail or one of its calls, whatever their severity:
 * `Stealth:IAMUser/CloudTrailLoggingDisabled` is `Low`. And families rather than single types: which of them GuardDuty
 * reports for a stopped trail has changed, and tactics were renamed. One finding too many costs a look.
 * @param accountId the guarded account: an administrator account also gets its members' findings
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-iam.html
 */
export const guardDutyPattern = (accountId: string): EventPattern =>
  pinned('GuardDuty Finding', 'aws.guardduty', accountId, {
    accountId: [accountId],
    $or: [
      { type: GUARDDUTY_TYPES },
      { service: { action: { awsApiCallAction: { serviceName: ['cloudtrail.amazonaws.com'] } } } },
    ],
  });

/**
 * Security Hub's controls CloudTrail.1, CloudTrail.2 …. The control's id stands in different fields, depending on the
 * standard and on whether findings are consolidated; CIS names CloudTrail only in the title. So does the guard itself, in the
 * findings it may import: those are left out.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/controls-findings-create-update.html
 */
export const securityHubPattern = (accountId: string): EventPattern =>
  pinned('Security Hub Findings - Imported', 'aws.securityhub', accountId, {
    findings: {
      AwsAccountId: [accountId],
      $or: [
        { Compliance: { SecurityControlId: [{ prefix: 'CloudTrail.' }] } },
        { ProductFields: { ControlId: [{ prefix: 'CloudTrail.' }] } },
        { GeneratorId: [{ wildcard: '*/CloudTrail.*' }] },
        { Title: [{ wildcard: '*CloudTrail*' }], GeneratorId: [{ 'anything-but': ['trailkeeper'] }] },
      ],
    },
  });

/**
 * The same of Security Hub V2, in the Open Cybersecurity Schema Framework: controls', and those of GuardDuty with its types.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-v2-cwe-event-formats.html
 */
export const securityHubV2Pattern = (accountId: string): EventPattern =>
  pinned('Findings Imported V2', 'aws.securityhub', accountId, {
    findings: {
      cloud: { account: { uid: [accountId] } },
      $or: [
        { compliance: { control: [{ wildcard: '*CloudTrail*' }] } },
        { finding_info: { analytic: { name: [{ wildcard: '*CloudTrail*' }] } } },
        { finding_info: { types: GUARDDUTY_TYPES } },
        {
          finding_info: { title: [{ wildcard: '*CloudTrail*' }] },
          metadata: { product: { name: [{ 'anything-but': ['trailkeeper'] }, { exists: false }] } },
        },
      ],
    },
  });

/**
 * AWS's own rules are such as `cloud-trail-encryption-enabled`, and so are Security Hub's, with more before and behind; people
 * may write capitals. EventBridge takes no third such wildcard for one field.
 */
const CONFIG_RULES = [
  { wildcard: '*cloudtrail*' },
  { wildcard: '*cloud-trail*' },
  { prefix: { 'equals-ignore-case': 'cloudtrail' } },
];

/**
 * AWS Config's changes to non-compliant, of rules and resources that are called after CloudTrail.
 * @see https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html
 */
export const complianceChangePattern = (accountId: string): EventPattern =>
  pinned('Config Rules Compliance Change', 'aws.config', accountId, {
    awsAccountId: [accountId],
    messageType: ['ComplianceChangeNotification'],
    newEvaluationResult: { complianceType: ['NON_COMPLIANT'] },
    $or: [{ configRuleName: CONFIG_RULES }, { resourceType: [{ prefix: 'AWS::CloudTrail::' }] }],
  });

const pinned = (detailType: string, source: string, accountId: string, detail: EventPattern): EventPattern =>
  checkLength(
    detailType,
    { source: [source], account: [accountId], 'detail-type': [detailType], detail },
    { accountId },
  );
