import { beforeEach, describe, expect, test } from 'vitest';
import { TEST_ACCOUNT } from '../../endpoint/test-world.ts';
import { trailArn, trailWorld } from '../cloudtrail/test-trail-world.ts';
import { securityhub } from './index.ts';

const HOUR_MS = 60 * 60 * 1000;
const FSBP = 'aws-foundational-security-best-practices/v/1.0.0';
const StandardsArn = `arn:aws:securityhub:us-east-1::standards/${FSBP}`;
const SUBSCRIPTION = `arn:aws:securityhub:us-east-1:${TEST_ACCOUNT}:subscription/${FSBP}`;

interface Told {
  readonly GeneratorId: string;
  readonly Compliance: { readonly Status: string };
  readonly Workflow: { readonly Status: string };
  readonly RecordState: string;
}

let aws: ReturnType<typeof trailWorld>;
let told: Told[];
let toldV2: { resources: unknown; finding: Readonly<Record<string, unknown>> }[];
const send = <Output = Readonly<Record<string, unknown>>>(operation: string, input: object = {}) =>
  aws.call('securityhub', operation, input) as Promise<Output>;

beforeEach(async () => {
  aws = trailWorld({}, securityhub);
  [told, toldV2] = [[], []];
  aws.world.on('matched', ({ ruleName, event }) => {
    const [finding] = (event.detail as { findings: Told[] }).findings;
    if (!finding) return;
    if (ruleName === 'v1') told.push(finding);
    else toldV2.push({ resources: event.resources, finding: { ...finding } });
  });
  const rule = (Name: string, type: string) =>
    aws.call('events', 'PutRule', { Name, EventPattern: JSON.stringify({ 'detail-type': [type] }) });
  await rule('v1', 'Security Hub Findings - Imported');
  await rule('v2', 'Findings Imported V2');
  await aws.createBucket();
});

const enable = async (more: object = {}) => {
  await send('EnableSecurityHub', { EnableDefaultStandards: false, ...more });
  await send('BatchEnableStandards', { StandardsSubscriptionRequests: [{ StandardsArn }] });
  await aws.clock.advance(0);
};
const recheck = async () => {
  told = [];
  toldV2 = [];
  await send('BatchEnableStandards', { StandardsSubscriptionRequests: [{ StandardsArn }] });
  await aws.clock.advance(0);
};
const statuses = () =>
  told.map(({ GeneratorId, Compliance }) => `${GeneratorId.split('/').at(-1)} ${Compliance.Status}`);

describe('controls of trails', () => {
  test('are checked when their standard is enabled, and every twelve hours', async () => {
    await enable();
    expect(statuses()).toEqual(['CloudTrail.1 FAILED']);
    await aws.createLoggingTrail('main', { IsMultiRegionTrail: true });
    told = [];
    await aws.clock.advance(12 * HOUR_MS + 25 * 60_000);
    expect(new Set(statuses())).toEqual(
      new Set(['CloudTrail.1 PASSED', 'CloudTrail.2 FAILED', 'CloudTrail.4 FAILED', 'CloudTrail.5 FAILED']),
    );
  });

  test('of the default standards are checked within 25 minutes', async () => {
    await send('EnableSecurityHub');
    await aws.clock.advance(25 * 60_000);
    expect(told).toMatchObject([
      {
        GeneratorId: 'security-control/CloudTrail.1',
        ProductArn: 'arn:aws:securityhub:us-east-1::product/aws/securityhub',
        Resources: [{ Type: 'AwsAccount', Id: `AWS::::Account:${TEST_ACCOUNT}` }],
        Compliance: {
          Status: 'FAILED',
          SecurityControlId: 'CloudTrail.1',
          AssociatedStandards: [
            { StandardsId: `standards/${FSBP}` },
            { StandardsId: 'ruleset/cis-aws-foundations-benchmark/v/1.2.0' },
          ],
        },
        Workflow: { Status: 'NEW' },
      },
    ]);
  });

  test('have a finding for each standard when findings are not consolidated', async () => {
    await send('EnableSecurityHub', { ControlFindingGenerator: 'STANDARD_CONTROL' });
    await aws.clock.advance(25 * 60_000);
    expect(told).toMatchObject([
      {
        GeneratorId: `${FSBP}/CloudTrail.1`,
        Title: expect.stringMatching(/^CloudTrail\.1 /),
        ProductFields: { StandardsControlArn: expect.stringContaining(`control/${FSBP}/CloudTrail.1`) },
      },
      { GeneratorId: 'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/2.1' },
    ]);
  });

  test('follow the trail: what fails again is new, what passes is resolved, what is suppressed stays so', async () => {
    await aws.createLoggingTrail('main', { IsMultiRegionTrail: true });
    await enable();
    const workflow = () =>
      told.find(({ GeneratorId }) => GeneratorId.endsWith('CloudTrail.1'))?.Workflow.Status;
    expect(workflow()).toBe('RESOLVED');
    await aws.send('StopLogging', { Name: 'main' });
    await recheck();
    expect(workflow()).toBe('NEW');
    const { Findings } = await send<{ Findings: { Id: string; ProductArn: string }[] }>('GetFindings', {
      Filters: { ComplianceSecurityControlId: [{ Value: 'CloudTrail.1', Comparison: 'EQUALS' }] },
    });
    const FindingIdentifiers = Findings.map(({ Id, ProductArn }) => ({ Id, ProductArn }));
    await send('BatchUpdateFindings', { FindingIdentifiers, Workflow: { Status: 'SUPPRESSED' } });
    await recheck();
    expect(workflow()).toBe('SUPPRESSED');
  });

  test('archive their finding on a trail that is gone', async () => {
    await aws.createTrail('main');
    await enable();
    await aws.send('DeleteTrail', { Name: 'main' });
    await recheck();
    expect(told.filter(({ RecordState }) => RecordState === 'ARCHIVED')).toMatchObject(
      ['CloudTrail.2', 'CloudTrail.4', 'CloudTrail.5'].map((SecurityControlId) => ({
        Compliance: { SecurityControlId },
        Resources: [{ Type: 'AwsCloudTrailTrail', Id: trailArn('main') }],
      })),
    );
  });

  test('find nothing when they are disabled, by the ids of a standard or by those all share', async () => {
    await enable();
    const StandardsControlArn = `arn:aws:securityhub:us-east-1:${TEST_ACCOUNT}:control/${FSBP}/CloudTrail.1`;
    const off = { StandardsControlArn, ControlStatus: 'DISABLED' };
    await expect(send('UpdateStandardsControl', off)).rejects.toMatchObject({
      code: 'InvalidInputException',
    });
    await send('UpdateStandardsControl', { ...off, DisabledReason: 'noise' });
    await recheck();
    expect(told).toEqual([]);
    expect(await send('DescribeStandardsControls', { StandardsSubscriptionArn: SUBSCRIPTION })).toMatchObject(
      {
        Controls: [{ ControlStatus: 'DISABLED', DisabledReason: 'noise' }, {}, {}, {}],
      },
    );
    await send('UpdateStandardsControl', { StandardsControlArn, ControlStatus: 'ENABLED' });
    await aws.clock.advance(0);
    expect(statuses()).toEqual(['CloudTrail.1 FAILED']);
    const update = {
      StandardsArn,
      SecurityControlId: 'CloudTrail.1',
      AssociationStatus: 'DISABLED',
      UpdatedReason: 'x',
    };
    const none = { ...update, SecurityControlId: 'S3.1' };
    expect(
      await send('BatchUpdateStandardsControlAssociations', {
        StandardsControlAssociationUpdates: [update, none],
      }),
    ).toMatchObject({ UnprocessedAssociationUpdates: [{ ErrorCode: 'RESOURCE_NOT_FOUND' }] });
    await recheck();
    expect(told).toEqual([]);
  });

  test('find nothing when their standard or all of Security Hub is disabled', async () => {
    await enable();
    expect(await send('GetEnabledStandards')).toMatchObject({
      StandardsSubscriptions: [{ StandardsSubscriptionArn: SUBSCRIPTION, StandardsStatus: 'READY' }],
    });
    await send('BatchDisableStandards', { StandardsSubscriptionArns: [SUBSCRIPTION] });
    expect(await send('GetEnabledStandards')).toMatchObject({ StandardsSubscriptions: [] });
    told = [];
    await aws.clock.advance(24 * HOUR_MS);
    await send('DisableSecurityHub');
    await aws.clock.advance(24 * HOUR_MS);
    expect(told).toEqual([]);
  });
});

describe('an automation rule', () => {
  const rule = {
    RuleName: 'mute',
    RuleOrder: 1,
    Description: 'mute',
    Criteria: { ComplianceSecurityControlId: [{ Value: 'CloudTrail.', Comparison: 'PREFIX' }] },
    Actions: [{ Type: 'FINDING_FIELDS_UPDATE', FindingFieldsUpdate: { Workflow: { Status: 'SUPPRESSED' } } }],
  };

  test('changes the findings that come in, until it is deleted', async () => {
    await send('EnableSecurityHub', { EnableDefaultStandards: false });
    const { RuleArn } = await send<{ RuleArn: string }>('CreateAutomationRule', rule);
    await recheck();
    expect(told).toMatchObject([{ Workflow: { Status: 'SUPPRESSED' } }]);
    expect(await send('ListAutomationRules')).toMatchObject({
      AutomationRulesMetadata: [{ RuleArn, RuleName: 'mute' }],
    });
    await send('BatchDeleteAutomationRules', { AutomationRulesArns: [RuleArn] });
    expect(await send('BatchGetAutomationRules', { AutomationRulesArns: [RuleArn] })).toMatchObject({
      Rules: [],
      UnprocessedAutomationRules: [{ RuleArn }],
    });
  });

  test('changes nothing while it is disabled', async () => {
    await send('EnableSecurityHub', { EnableDefaultStandards: false });
    const { RuleArn } = await send<{ RuleArn: string }>('CreateAutomationRule', rule);
    const UpdateAutomationRulesRequestItems = [{ RuleArn, RuleStatus: 'DISABLED' }];
    await send('BatchUpdateAutomationRules', { UpdateAutomationRulesRequestItems });
    await recheck();
    expect(told).toMatchObject([{ Workflow: { Status: 'NEW' } }]);
  });
});

describe('the newer Security Hub', () => {
  test('is described while it is enabled', async () => {
    await expect(send('DescribeSecurityHubV2')).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
    const { HubV2Arn } = await send<{ HubV2Arn: string }>('EnableSecurityHubV2');
    expect(await send('EnableSecurityHubV2')).toEqual({ HubV2Arn });
    expect(await send('DescribeSecurityHubV2')).toMatchObject({ HubV2Arn });
    await send('DisableSecurityHubV2');
    await expect(send('GetFindingsV2')).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });

  test('tells findings of controls in the open schema, one an event, named by its id', async () => {
    await send('EnableSecurityHubV2');
    await enable();
    const [first] = toldV2;
    const { uid } = Object(first?.finding.metadata) as { uid: string };
    expect(first).toMatchObject({
      resources: [uid],
      finding: {
        activity_name: 'Create',
        class_uid: 2003,
        class_name: 'Compliance Finding',
        type_uid: 200301,
        severity: 'High',
        status: 'New',
        metadata: { product: { uid: 'arn:aws:securityhub:us-east-1::productv2/aws/securityhub' } },
        cloud: { account: { uid: TEST_ACCOUNT }, provider: 'AWS', region: 'us-east-1' },
        resources: [{ type: 'AWS::::Account', uid: TEST_ACCOUNT }],
        compliance: { control: 'CloudTrail.1', status: 'Fail', status_id: 3 },
      },
    });
    await recheck();
    expect(toldV2).toMatchObject([{ resources: [uid], finding: { activity_name: 'Update' } }]);
  });

  test('takes over what there is when it is enabled, and keeps what is said of it', async () => {
    await enable();
    await send('EnableSecurityHubV2');
    await aws.clock.advance(0);
    expect(toldV2).toHaveLength(1);
    const filter = (Value: string) => ({
      Filters: {
        CompositeFilters: [
          { StringFilters: [{ FieldName: 'compliance.control', Filter: { Value, Comparison: 'EQUALS' } }] },
        ],
      },
    });
    expect(await send('GetFindingsV2', filter('S3.1'))).toMatchObject({ Findings: [] });
    const { Findings } = await send<{ Findings: { metadata: { uid: string } }[] }>(
      'GetFindingsV2',
      filter('CloudTrail.1'),
    );
    const MetadataUids = [`${Findings[0]?.metadata.uid}`, 'none'];
    expect(
      await send('BatchUpdateFindingsV2', { MetadataUids, StatusId: 3, Comment: 'known' }),
    ).toMatchObject({ ProcessedFindings: [{}], UnprocessedFindings: [{ MetadataUid: 'none' }] });
    expect(await send('GetFindingsV2')).toMatchObject({
      Findings: [{ status_id: 3, status: 'Suppressed', comment: 'known' }],
    });
  });
});

test('a product is disabled once, and enabled again', async () => {
  await send('EnableSecurityHub', { EnableDefaultStandards: false });
  const ProductSubscriptionArn = `arn:aws:securityhub:us-east-1:${TEST_ACCOUNT}:product-subscription/aws/guardduty`;
  const enabled = async () =>
    (await send<{ ProductSubscriptions: string[] }>('ListEnabledProductsForImport')).ProductSubscriptions;
  expect(await enabled()).toContain(ProductSubscriptionArn);
  await send('DisableImportFindingsForProduct', { ProductSubscriptionArn });
  await expect(send('DisableImportFindingsForProduct', { ProductSubscriptionArn })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
  });
  expect(await enabled()).not.toContain(ProductSubscriptionArn);
  const ProductArn = 'arn:aws:securityhub:us-east-1::product/aws/guardduty';
  expect(await send('EnableImportFindingsForProduct', { ProductArn })).toEqual({ ProductSubscriptionArn });
});

test('an insight is kept as it was last put', async () => {
  await send('EnableSecurityHub', { EnableDefaultStandards: false });
  const Filters = { GeneratorId: [{ Value: 'x', Comparison: 'EQUALS' }] };
  const { InsightArn } = await send<{ InsightArn: string }>('CreateInsight', {
    Name: 'a',
    Filters,
    GroupByAttribute: 'ResourceId',
  });
  await send('UpdateInsight', { InsightArn, Name: 'b' });
  expect(await send('GetInsights')).toMatchObject({ Insights: [{ Name: 'b', Filters }] });
  await send('DeleteInsight', { InsightArn });
  await expect(send('DeleteInsight', { InsightArn })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
  });
});
