import { describe, expect, test } from 'vitest';
import { readSecurityFinding } from './read-security-finding.ts';

const guardDuty = (detail: object) =>
  readSecurityFinding({
    id: 'envelope-1',
    'detail-type': 'GuardDuty Finding',
    source: 'aws.guardduty',
    time: '2026-11-02T09:00:00Z',
    region: 'eu-central-1',
    detail,
  });
const securityHub = (finding: object) =>
  readSecurityFinding({
    id: 'envelope-1',
    'detail-type': 'Security Hub Findings - Imported',
    source: 'aws.securityhub',
    time: '2026-11-02T09:00:00Z',
    region: 'eu-central-1',
    detail: { findings: [finding] },
  });

describe('GuardDuty', () => {
  test('the finding about a disabled trail is one, though its severity is low', () => {
    const detail = {
      id: 'f-1',
      type: 'Stealth:IAMUser/CloudTrailLoggingDisabled',
      title: 'AWS CloudTrail trail main was disabled.',
      severity: 2,
      region: 'eu-west-1',
      updatedAt: '2026-11-02T08:59:00Z',
    };
    expect(guardDuty(detail)).toEqual({
      kind: 'security-finding',
      source: 'GuardDuty',
      id: 'f-1',
      type: detail.type,
      title: detail.title,
      region: 'eu-west-1',
      at: Date.UTC(2026, 10, 2, 8, 59),
    });
  });

  test.each([
    [{ type: 'DefenseEvasion:IAMUser/AnomalousBehavior' }],
    [{ type: 'DefenseImpairment:IAMUser/SomethingNew' }],
    [{ type: 'New:Family/CloudTrailStopped' }],
    [
      {
        type: 'Impact:IAMUser/AnomalousBehavior',
        service: {
          action: { awsApiCallAction: { api: 'StopLogging', serviceName: 'cloudtrail.amazonaws.com' } },
        },
      },
    ],
    [{ title: 'The CloudTrail trail main was changed.' }],
  ])('%j is about CloudTrail', (detail) => {
    expect(guardDuty(detail)).toMatchObject({
      source: 'GuardDuty',
      id: 'envelope-1',
      region: 'eu-central-1',
    });
  });

  test.each([[{}], [{ type: 'Recon:EC2/Portscan', title: 'x' }], [{ type: ['CloudTrail'], service: null }]])(
    '%j is not',
    (detail) => {
      expect(guardDuty(detail)).toBeUndefined();
    },
  );
});

describe('Security Hub', () => {
  test.each([
    [
      'consolidated',
      { GeneratorId: 'security-control/CloudTrail.4', Compliance: { SecurityControlId: 'CloudTrail.4' } },
      'CloudTrail.4',
    ],
    [
      'of the foundational standard',
      { GeneratorId: 'aws-foundational-security-best-practices/v/1.0.0/CloudTrail.1' },
      'CloudTrail.1',
    ],
    [
      'named in the product’s fields',
      { GeneratorId: 'x', ProductFields: { ControlId: 'CloudTrail.2' } },
      'CloudTrail.2',
    ],
    [
      'of CIS, by its title',
      {
        GeneratorId: 'cis-aws-foundations-benchmark/v/1.4.0/3.1',
        Title: '3.1 Ensure CloudTrail is enabled in all Regions',
      },
      'cis-aws-foundations-benchmark/v/1.4.0/3.1',
    ],
  ])('a control %s is about CloudTrail', (_, finding, type) => {
    expect(securityHub({ Id: 'f-1', ...finding })).toMatchObject({ source: 'Security Hub', id: 'f-1', type });
  });

  test.each([[{}], [{ GeneratorId: 'security-control/S3.1', Title: 'S3' }], [null]])(
    '%j is not',
    (finding) => {
      expect(securityHub(finding as object)).toBeUndefined();
    },
  );

  test('a list that is none holds no finding', () => {
    const event = { 'detail-type': 'Security Hub Findings - Imported', source: 'aws.securityhub' };
    for (const findings of [null, [], 'x', {}])
      expect(readSecurityFinding({ ...event, detail: { findings } })).toBeUndefined();
  });
});

test('a finding that its source does not vouch for is none', () => {
  const detail = { type: 'Stealth:IAMUser/CloudTrailLoggingDisabled' };
  expect(
    readSecurityFinding({ 'detail-type': 'GuardDuty Finding', source: 'com.example', detail }),
  ).toBeUndefined();
});

describe('Security Hub V2', () => {
  const ocsf = (finding: object) =>
    readSecurityFinding({
      id: 'envelope-1',
      'detail-type': 'Findings Imported V2',
      source: 'aws.securityhub',
      time: '2026-11-02T09:00:00Z',
      region: 'eu-central-1',
      detail: { findings: [finding] },
    });

  test('a failed control is a finding, with its own time and Region', () => {
    const finding = {
      time: Date.UTC(2026, 10, 2, 8, 59),
      cloud: { account: { uid: '111122223333' }, region: 'eu-west-1' },
      compliance: { control: 'CloudTrail.1', status: 'Fail' },
      finding_info: { uid: 'f-1', title: 'CloudTrail should be enabled' },
    };
    expect(ocsf(finding)).toEqual({
      kind: 'security-finding',
      source: 'Security Hub V2',
      id: 'f-1',
      type: 'CloudTrail.1',
      title: 'CloudTrail should be enabled',
      region: 'eu-west-1',
      at: Date.UTC(2026, 10, 2, 8, 59),
    });
  });

  test('GuardDuty’s findings are known by their types', () => {
    const types = ['Stealth:IAMUser/CloudTrailLoggingDisabled'];
    expect(ocsf({ time_dt: '2026-11-02T08:59:00Z', finding_info: { types } })).toMatchObject({
      type: types[0],
      at: Date.UTC(2026, 10, 2, 8, 59),
    });
  });

  test('a finding about something else is none', () => {
    expect(ocsf({ finding_info: { title: 'A bucket is public', types: ['Policy:S3/x'] } })).toBeUndefined();
  });
});

describe('AWS Config', () => {
  const config = (detail: object) =>
    readSecurityFinding({
      id: 'envelope-1',
      'detail-type': 'Config Rules Compliance Change',
      source: 'aws.config',
      time: '2026-11-02T09:00:00Z',
      region: 'eu-central-1',
      detail: { resourceType: 'AWS::::Account', ...detail },
    });
  const newEvaluationResult = {
    complianceType: 'NON_COMPLIANT',
    resultRecordedTime: '2026-11-02T08:59:00Z',
  };

  test('a rule about trails that is no longer met is a finding', () => {
    expect(config({ configRuleName: 'multi-region-cloudtrail-enabled', newEvaluationResult })).toEqual({
      kind: 'security-finding',
      source: 'AWS Config',
      id: 'envelope-1',
      type: 'multi-region-cloudtrail-enabled',
      title: null,
      region: 'eu-central-1',
      at: Date.UTC(2026, 10, 2, 8, 59),
    });
  });

  test.each([
    ['securityhub-cloud-trail-encryption-enabled-x', 'AWS::::Account'],
    ['our-own-rule', 'AWS::CloudTrail::Trail'],
  ])('the rule %s on %s is about trails', (configRuleName, resourceType) => {
    expect(config({ configRuleName, resourceType, newEvaluationResult })?.type).toBe(configRuleName);
  });

  test.each([
    [{ configRuleName: 'cloudtrail-enabled', newEvaluationResult: { complianceType: 'COMPLIANT' } }],
    [{ configRuleName: 'restricted-ssh', newEvaluationResult }],
    [{}],
  ])('%j is none', (detail) => {
    expect(config(detail)).toBeUndefined();
  });
});
