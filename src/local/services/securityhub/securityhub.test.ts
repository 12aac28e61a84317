import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../endpoint/test-world.ts';
import { events } from '../events/index.ts';
import { securityhub } from './index.ts';

let aws: ReturnType<typeof testWorld>;
let arrived: Readonly<Record<string, unknown>>[];
const send = (operation: string, input: object = {}) => aws.send('securityhub', operation, input);

beforeEach(async () => {
  aws = testWorld(securityhub, events);
  arrived = [];
  aws.world.on('matched', ({ event }) => arrived.push(event));
  await aws.send('events', 'PutRule', {
    Name: 'findings',
    EventPattern: '{"source":["aws.securityhub"],"detail-type":["Security Hub Findings - Imported"]}',
  });
});

const ProductArn = 'arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default';
const finding = (Id: string, more = {}) => ({
  SchemaVersion: '2018-10-08',
  Id,
  ProductArn,
  GeneratorId: 'security-control/CloudTrail.1',
  AwsAccountId: '111122223333',
  CreatedAt: '2026-01-01T00:00:00Z',
  UpdatedAt: '2026-01-01T00:00:00Z',
  Title: 'CloudTrail should be enabled',
  Description: 'It is not.',
  Severity: { Label: 'HIGH' },
  Resources: [{ Type: 'AwsAccount', Id: 'AWS::::Account:111122223333' }],
  ...more,
});

describe('Security Hub', () => {
  test('refuses everything until it is enabled, and to be enabled twice', async () => {
    const refused = { code: 'InvalidAccessException', status: 401 };
    await expect(send('BatchImportFindings', { Findings: [finding('a')] })).rejects.toMatchObject(refused);
    await expect(send('DescribeHub')).rejects.toMatchObject(refused);
    await expect(send('DisableSecurityHub')).rejects.toMatchObject(refused);
    await send('EnableSecurityHub');
    await expect(send('EnableSecurityHub')).rejects.toMatchObject({ code: 'ResourceConflictException' });
    await send('DisableSecurityHub');
    await expect(send('GetFindings')).rejects.toMatchObject(refused);
  });

  test('keeps what is set on it', async () => {
    await send('EnableSecurityHub');
    const settings = { AutoEnableControls: false, ControlFindingGenerator: 'STANDARD_CONTROL' };
    await send('UpdateSecurityHubConfiguration', settings);
    expect(await send('DescribeHub')).toMatchObject(settings);
  });

  test('sends one event for each finding, although no trail logs', async () => {
    await send('EnableSecurityHub');
    const answer = await send('BatchImportFindings', { Findings: [finding('a'), finding('b')] });
    expect(answer).toEqual({ SuccessCount: 2, FailedCount: 0, FailedFindings: [] });
    await aws.clock.advance(0);
    expect(arrived).toHaveLength(2);
    expect(arrived[0]).toMatchObject({
      resources: [`${ProductArn}/a`],
      detail: { findings: [{ Id: 'a', RecordState: 'ACTIVE', Workflow: { Status: 'NEW' } }] },
    });
  });

  test.each([
    ['another account', { AwsAccountId: '444455556666' }],
    ["AWS's own product", { ProductArn: 'arn:aws:securityhub:us-east-1::product/aws/securityhub' }],
    ['no resource', { Resources: [] }],
    ['no time', { CreatedAt: 'yesterday' }],
    ['another schema', { SchemaVersion: '2' }],
    ['too much of it', { UserDefinedFields: { pad: 'x'.repeat(245_760) } }],
  ])('fails a finding with %s and imports the others', async (_, change) => {
    await send('EnableSecurityHub');
    const answer = await send('BatchImportFindings', { Findings: [finding('a', change), finding('b')] });
    expect(answer).toMatchObject({
      SuccessCount: 1,
      FailedFindings: [{ Id: 'a', ErrorCode: 'InvalidInput' }],
    });
  });

  test("leaves a customer's investigation alone when a provider imports again", async () => {
    await send('EnableSecurityHub');
    await send('BatchImportFindings', { Findings: [finding('a'), finding('b')] });
    const updated = await send('BatchUpdateFindings', {
      FindingIdentifiers: [
        { Id: 'a', ProductArn },
        { Id: 'none', ProductArn },
      ],
      Workflow: { Status: 'SUPPRESSED' },
    });
    expect(updated).toMatchObject({
      ProcessedFindings: [{ Id: 'a' }],
      UnprocessedFindings: [{ FindingIdentifier: { Id: 'none' } }],
    });
    await send('BatchImportFindings', { Findings: [finding('a')] });
    const Filters = { WorkflowStatus: [{ Value: 'SUPPRESSED', Comparison: 'EQUALS' }] };
    expect(await send('GetFindings', { Filters })).toMatchObject({ Findings: [{ Id: 'a' }] });
  });

  test('refuses a filter it does not know by name', async () => {
    await send('EnableSecurityHub');
    const Filters = { Note: [{ Value: 'x', Comparison: 'EQUALS' }] };
    await expect(send('GetFindings', { Filters })).rejects.toThrow(/filter Note/);
  });
});
