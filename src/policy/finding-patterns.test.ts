import { describe, expect, test } from 'vitest';
import { readEvent } from '../signals/read-event.ts';
import type { EventPattern } from './event-pattern.ts';
import {
  complianceChangePattern,
  guardDutyPattern,
  securityHubPattern,
  securityHubV2Pattern,
} from './finding-patterns.ts';
import { ACCOUNT, matches as matchesPattern } from './test-kit.ts';

/** Whether the pattern lets an event through; then it must also be one that the function can use. */
function matches(pattern: EventPattern, event: object): boolean {
  const isMatched = matchesPattern(pattern, event);
  if (isMatched) expect(readEvent(event, { accountId: ACCOUNT, partition: 'aws' })).toHaveProperty('signal');
  return isMatched;
}

describe('the pattern of GuardDuty findings', () => {
  const finding = (detail: object, changed: object = {}) => ({
    source: 'aws.guardduty',
    account: ACCOUNT,
    'detail-type': 'GuardDuty Finding',
    detail: { accountId: ACCOUNT, severity: 2, ...detail },
    ...changed,
  });
  const isMatched = (event: object) => matches(guardDutyPattern(ACCOUNT), event);

  test.each([
    'Stealth:IAMUser/CloudTrailLoggingDisabled',
    'DefenseEvasion:IAMUser/AnomalousBehavior',
    'DefenseImpairment:IAMUser/AnomalousBehavior',
    'Policy:S3/CloudTrailBucketExposed',
  ])('matches %s at any severity', (type) => {
    for (const severity of [1, 2, 8.9]) expect(isMatched(finding({ type, severity }))).toBe(true);
  });

  test('matches whatever finding a call to CloudTrail caused', () => {
    const service = { action: { awsApiCallAction: { serviceName: 'cloudtrail.amazonaws.com' } } };
    expect(isMatched(finding({ type: 'PenTest:IAMUser/KaliLinux', service }))).toBe(true);
  });

  test.each([
    ['a finding about something else', finding({ type: 'CryptoCurrency:EC2/BitcoinTool.B' })],
    ['a member’s finding', finding({ type: 'Stealth:IAMUser/X', accountId: '444455556666' })],
  ])('does not match %s', (_, event) => {
    expect(isMatched(event)).toBe(false);
  });
});

describe('the pattern of Security Hub findings', () => {
  const isMatched = (finding: object) =>
    matches(securityHubPattern(ACCOUNT), {
      source: 'aws.securityhub',
      account: ACCOUNT,
      'detail-type': 'Security Hub Findings - Imported',
      detail: { findings: [{ AwsAccountId: ACCOUNT, ...finding }] },
    });

  test.each([
    [
      'consolidated',
      { Compliance: { SecurityControlId: 'CloudTrail.1' }, GeneratorId: 'security-control/CloudTrail.1' },
    ],
    ['of a standard', { ProductFields: { ControlId: 'CloudTrail.2' } }],
    [
      'by its generator alone',
      { GeneratorId: 'aws-foundational-security-best-practices/v/1.0.0/CloudTrail.5' },
    ],
    [
      'of CIS',
      {
        GeneratorId: 'arn:aws:securityhub:::ruleset/cis/v/1.2.0/rule/2.1',
        Title: '2.1 Ensure CloudTrail is enabled',
      },
    ],
  ])('matches a finding %s', (_, finding) => {
    expect(isMatched(finding)).toBe(true);
  });

  test.each([
    [
      'of another control',
      { Compliance: { SecurityControlId: 'Config.1' }, GeneratorId: 'security-control/Config.1' },
    ],
    ['of a member', { AwsAccountId: '444455556666', Compliance: { SecurityControlId: 'CloudTrail.1' } }],
    [
      'that the guard imported itself',
      { GeneratorId: 'trailkeeper', Title: 'CloudTrail trail main was stopped' },
    ],
  ])('does not match a finding %s', (_, finding) => {
    expect(isMatched(finding)).toBe(false);
  });
});

describe('the pattern of Security Hub V2 findings', () => {
  const isMatched = (finding: object) =>
    matches(securityHubV2Pattern(ACCOUNT), {
      source: 'aws.securityhub',
      account: ACCOUNT,
      'detail-type': 'Findings Imported V2',
      detail: { findings: [{ cloud: { account: { uid: ACCOUNT } }, ...finding }] },
    });

  test.each([
    ['of a control', { compliance: { control: 'CloudTrail.1' }, finding_info: { title: 'x' } }],
    ['named by its analytic', { finding_info: { analytic: { name: 'security-control/CloudTrail.5' } } }],
    ['of GuardDuty', { finding_info: { types: ['TTPs', 'Stealth:IAMUser/CloudTrailLoggingDisabled'] } }],
    ['with CloudTrail in its title', { finding_info: { title: 'CloudTrail should be enabled' } }],
    [
      'of another product with CloudTrail in its title',
      {
        finding_info: { title: 'A CloudTrail trail was disabled' },
        metadata: { product: { name: 'GuardDuty' } },
      },
    ],
  ])('matches a finding %s', (_, finding) => {
    expect(isMatched(finding)).toBe(true);
  });

  test.each([
    [
      'about something else',
      { compliance: { control: 'S3.1' }, finding_info: { title: 'S3', types: ['x'] } },
    ],
    ['of a member', { cloud: { account: { uid: '444455556666' } }, compliance: { control: 'CloudTrail.1' } }],
    [
      'that the guard imported itself',
      { finding_info: { title: 'CloudTrail' }, metadata: { product: { name: 'trailkeeper' } } },
    ],
  ])('does not match a finding %s', (_, finding) => {
    expect(isMatched(finding)).toBe(false);
  });
});

describe('the pattern of compliance changes', () => {
  const isMatched = (detail: object, complianceType = 'NON_COMPLIANT') =>
    matches(complianceChangePattern(ACCOUNT), {
      source: 'aws.config',
      account: ACCOUNT,
      'detail-type': 'Config Rules Compliance Change',
      detail: {
        awsAccountId: ACCOUNT,
        messageType: 'ComplianceChangeNotification',
        resourceType: 'AWS::::Account',
        newEvaluationResult: { complianceType },
        ...detail,
      },
    });

  test.each([
    { configRuleName: 'multi-region-cloudtrail-enabled' },
    { configRuleName: 'securityhub-cloud-trail-encryption-enabled-1a2b3c' },
    { configRuleName: 'CloudTrailMustLog' },
    { configRuleName: 'our-rule-7', resourceType: 'AWS::CloudTrail::Trail' },
  ])('matches $configRuleName', (detail) => {
    expect(isMatched(detail)).toBe(true);
  });

  test('does not match what became compliant, other rules, or another account', () => {
    const configRuleName = 'cloudtrail-enabled';
    expect(isMatched({ configRuleName }, 'COMPLIANT')).toBe(false);
    expect(isMatched({ configRuleName: 's3-bucket-versioning-enabled' })).toBe(false);
    expect(isMatched({ configRuleName, awsAccountId: '444455556666' })).toBe(false);
  });
});
