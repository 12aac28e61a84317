import { describe, expect, it } from 'vitest';
import { REPORT_SCHEMA, type TrailReport } from '../domain/telling/report.ts';
import { renderSecurityHubFinding } from './security-hub-finding.ts';

const report: TrailReport = {
  schema: REPORT_SCHEMA,
  kind: 'trail',
  about: 'trail',
  at: '2026-11-20T21:14:08.120Z',
  guard: {
    accountId: '111122223333',
    region: 'eu-central-1',
    partition: 'aws',
    mode: 'restore',
    sweepMinutes: 5,
  },
  incidentId: 'main-20261120T211405Z',
  notice: 'first',
  trail: {
    name: 'main',
    arn: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main',
    homeRegion: 'eu-west-1',
  },
  outcome: 'restored',
  severity: 'critical',
  findings: [
    {
      techniqueId: 'cloudtrail.stop-logging',
      severity: 'critical',
      done: 'stopped logging',
      evidence: 'status.IsLogging is false, must be true',
      drift: null,
      eventId: null,
    },
  ],
  calls: [],
  securityFindings: [],
  baseline: null,
  drifts: [],
  unread: [],
  steps: [],
  plan: [],
  dark: { from: '2026-11-20T21:14:05.000Z', until: '2026-11-20T21:14:07.412Z', forMs: 2412 },
  weakened: null,
  lost: ['Events of that time are in no log file'],
  toDo: ['Ask who it was.'],
  notDone: [],
  times: 1,
  principals: ['arn:aws:iam::111122223333:user/mallory'],
};

const finding = renderSecurityHubFinding(report);

/** A text from outside that is as long as an attacker likes, with what no line of a console should hold. */
const HOSTILE = `${'\u202eevil\n'.repeat(2_000)}${'😀'.repeat(2_000)}`;

describe('a finding for Security Hub', () => {
  it('is of the account’s own product, and known by its generator', () =>
    expect(finding).toMatchObject({
      SchemaVersion: '2018-10-08',
      ProductArn: 'arn:aws:securityhub:eu-central-1:111122223333:product/111122223333/default',
      GeneratorId: 'trailkeeper',
      AwsAccountId: '111122223333',
      Severity: { Label: 'CRITICAL' },
      FindingProviderFields: { Severity: { Label: 'CRITICAL' } },
    }));

  it('is the same finding whatever happens later in the incident', () => {
    const later = renderSecurityHubFinding({ ...report, at: '2026-11-20T21:20:00.000Z', notice: 'digest' });
    expect([later.Id, later.CreatedAt]).toEqual([finding.Id, finding.CreatedAt]);
    expect(later.UpdatedAt).toBe('2026-11-20T21:20:00.000Z');
  });

  it('says what was done, what was lost and what people have to do', () => {
    expect(finding.Description).toContain('status[.]IsLogging is false, must be true.');
    expect(finding.Description).toContain('Events of that time are in no log file.');
    expect(finding.Remediation?.Recommendation.Text).toBe('Ask who it was.');
  });

  it('is about the trail, or the account when no trail fits', () => {
    expect(finding.Resources).toEqual([
      {
        Type: 'AwsCloudTrailTrail',
        Id: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main',
        Partition: 'aws',
        Region: 'eu-west-1',
      },
    ]);
    const [account] = renderSecurityHubFinding({ ...report, trail: null }).Resources;
    expect(account).toMatchObject({ Type: 'AwsAccount', Id: 'AWS::::Account:111122223333' });
  });

  it('keeps Security Hub’s limits whatever others wrote', () => {
    const [first] = report.findings;
    const hostile = renderSecurityHubFinding({
      ...report,
      incidentId: HOSTILE,
      findings: Array.from({ length: 9 }, () => ({ ...first, evidence: HOSTILE, done: HOSTILE })) as never,
      principals: Array.from({ length: 60 }, (_, index) => `${index}${HOSTILE}`),
      toDo: [HOSTILE, HOSTILE, HOSTILE],
    });
    expect(hostile.Id.length).toBeLessThanOrEqual(512);
    expect(hostile.Title.length).toBeLessThanOrEqual(256);
    expect(hostile.Description.length).toBeLessThanOrEqual(1_024);
    expect(hostile.Remediation?.Recommendation.Text.length).toBeLessThanOrEqual(512);
    for (const field of Object.values(hostile.ProductFields)) expect(field.length).toBeLessThanOrEqual(2_048);
    expect(JSON.stringify(hostile)).not.toMatch(/\\n|\u202e/);
  });
});
