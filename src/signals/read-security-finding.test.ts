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
