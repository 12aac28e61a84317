import { beforeEach, describe, expect, test } from 'vitest';
import { mallory, TEST_ACCOUNT } from '../../endpoint/test-world.ts';
import { BUCKET, bucketPolicy, trailArn, trailWorld } from '../cloudtrail/test-trail-world.ts';
import { config } from './index.ts';

const ROLE = `arn:aws:iam::${TEST_ACCOUNT}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`;
const HOUR_MS = 60 * 60 * 1000;

let aws: ReturnType<typeof trailWorld>;
let told: { compliance: string; resource: string; detail: Readonly<Record<string, unknown>> }[];
const send = <Output = Readonly<Record<string, unknown>>>(operation: string, input: object = {}) =>
  aws.call('config', operation, input) as Promise<Output>;

beforeEach(async () => {
  aws = trailWorld({}, config);
  await aws.createBucket();
  await aws.call('iam', 'CreateServiceLinkedRole', { AWSServiceName: 'config.amazonaws.com' });
  const EventPattern = '{"source":["aws.config"],"detail-type":["Config Rules Compliance Change"]}';
  await aws.call('events', 'PutRule', { Name: 'compliance', EventPattern });
  told = [];
  aws.world.on('matched', ({ event }) => {
    const detail = event.detail as { newEvaluationResult: { complianceType: string }; resourceId: string };
    told.push({ compliance: detail.newEvaluationResult.complianceType, resource: detail.resourceId, detail });
  });
});

const putRecorder = (more: object = {}) =>
  send('PutConfigurationRecorder', { ConfigurationRecorder: { name: 'default', roleARN: ROLE, ...more } });
const putChannel = () =>
  send('PutDeliveryChannel', { DeliveryChannel: { name: 'default', s3BucketName: BUCKET } });
const start = () => send('StartConfigurationRecorder', { ConfigurationRecorderName: 'default' });
const status = async () => {
  const {
    ConfigurationRecordersStatus: [found],
  } = await send<{
    ConfigurationRecordersStatus: { recording: boolean }[];
  }>('DescribeConfigurationRecorderStatus');
  return found;
};

describe('a configuration recorder', () => {
  test('records once it has a role, a channel and was started, and no longer when stopped', async () => {
    await expect(putRecorder({ roleARN: `arn:aws:iam::${TEST_ACCOUNT}:role/none` })).rejects.toMatchObject({
      code: 'InvalidRoleException',
    });
    await expect(putChannel()).rejects.toMatchObject({ code: 'NoAvailableConfigurationRecorderException' });
    await putRecorder();
    await expect(start()).rejects.toMatchObject({ code: 'NoAvailableDeliveryChannelException' });
    await putChannel();
    await start();
    expect(await status()).toMatchObject({ recording: true, lastStartTime: new Date(aws.clock.now()) });
    await expect(send('DeleteDeliveryChannel', { DeliveryChannelName: 'default' })).rejects.toMatchObject({
      code: 'LastDeliveryChannelDeleteFailedException',
    });
    await send('StopConfigurationRecorder', { ConfigurationRecorderName: 'default' });
    expect(await status()).toMatchObject({ recording: false });
    await send('DeleteDeliveryChannel', { DeliveryChannelName: 'default' });
    expect(await send('DescribeDeliveryChannels')).toEqual({ DeliveryChannels: [] });
    await send('DeleteConfigurationRecorder', { ConfigurationRecorderName: 'default' });
    expect(await status()).toBeUndefined();
  });

  test('there is one of, which stays what it was when it is put again', async () => {
    await putRecorder();
    await putChannel();
    await start();
    const resourceTypes = ['AWS::EC2::Instance'];
    await putRecorder({ recordingGroup: { allSupported: false, resourceTypes } });
    expect(await status()).toMatchObject({ recording: true });
    expect(await send('DescribeConfigurationRecorders')).toMatchObject({
      ConfigurationRecorders: [
        { recordingGroup: { resourceTypes, recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' } } },
      ],
    });
    await expect(putRecorder({ name: 'second' })).rejects.toMatchObject({
      code: 'MaxNumberOfConfigurationRecordersExceededException',
    });
    await expect(
      putRecorder({ recordingGroup: { allSupported: true, resourceTypes } }),
    ).rejects.toMatchObject({
      code: 'InvalidRecordingGroupException',
    });
  });
});

describe('a rule on trails', () => {
  const rule = (SourceIdentifier: string, more: object = {}) => ({
    ConfigRuleName: 'trails',
    Source: { Owner: 'AWS', SourceIdentifier },
    ...more,
  });
  const put = async (SourceIdentifier: string, more: object = {}) => {
    await send('PutConfigRule', { ConfigRule: rule(SourceIdentifier, more) });
    await aws.clock.advance(0);
  };
  const evaluate = async () => {
    await send('StartConfigRulesEvaluation', { ConfigRuleNames: ['trails'] });
    await aws.clock.advance(0);
  };
  const compliances = () => told.map(({ compliance }) => compliance);
  beforeEach(() => putRecorder());

  test('tells each change of what it says, and only changes, although no trail logs', async () => {
    await put('CLOUD_TRAIL_ENABLED');
    await evaluate();
    expect(compliances()).toEqual(['NON_COMPLIANT']);
    await aws.createLoggingTrail('main');
    await evaluate();
    await aws.send('StopLogging', { Name: 'main' });
    await evaluate();
    expect(compliances()).toEqual(['NON_COMPLIANT', 'COMPLIANT', 'NON_COMPLIANT']);
    expect(told.at(-1)?.detail).toMatchObject({
      resourceType: 'AWS::::Account',
      resourceId: TEST_ACCOUNT,
      awsRegion: 'us-east-1',
      awsAccountId: TEST_ACCOUNT,
      configRuleName: 'trails',
      configRuleARN: expect.stringMatching(/:config-rule\/config-rule-\w{6}$/),
      recordVersion: '1.0',
      messageType: 'ComplianceChangeNotification',
      newEvaluationResult: {
        evaluationResultIdentifier: {
          evaluationResultQualifier: { resourceId: TEST_ACCOUNT, evaluationMode: 'DETECTIVE' },
          orderingTimestamp: '2026-01-01T00:00:00.000Z',
        },
        complianceType: 'NON_COMPLIANT',
      },
      oldEvaluationResult: { complianceType: 'COMPLIANT' },
    });
    expect(await send('DescribeComplianceByConfigRule')).toMatchObject({
      ComplianceByConfigRules: [{ Compliance: { ComplianceType: 'NON_COMPLIANT' } }],
    });
  });

  test('is evaluated once in its period, with no recorder too, until it is deleted', async () => {
    await put('CLOUD_TRAIL_ENABLED', { MaximumExecutionFrequency: 'Six_Hours' });
    await send('DeleteConfigurationRecorder', { ConfigurationRecorderName: 'default' });
    await aws.createLoggingTrail('main');
    await aws.clock.advance(6 * HOUR_MS - 1);
    expect(compliances()).toEqual(['NON_COMPLIANT']);
    await aws.clock.advance(1);
    expect(compliances()).toEqual(['NON_COMPLIANT', 'COMPLIANT']);
    await send('DeleteConfigRule', { ConfigRuleName: 'trails' });
    await aws.send('StopLogging', { Name: 'main' });
    await aws.clock.advance(48 * HOUR_MS);
    expect(compliances()).toHaveLength(2);
    await expect(evaluate()).rejects.toMatchObject({ code: 'NoSuchConfigRuleException' });
  });

  test.each([
    ['CLOUD_TRAIL_ENABLED', {}, 'COMPLIANT'],
    ['CLOUD_TRAIL_ENABLED', { s3BucketName: 'another' }, 'NON_COMPLIANT'],
    ['MULTI_REGION_CLOUD_TRAIL_ENABLED', {}, 'NON_COMPLIANT'],
    ['CLOUDTRAIL_SECURITY_TRAIL_ENABLED', {}, 'NON_COMPLIANT'],
  ])('%s with %j says of the account: %s', async (identifier, parameters, compliance) => {
    await aws.createLoggingTrail('main');
    await put(identifier, { InputParameters: JSON.stringify(parameters) });
    expect(told).toMatchObject([{ compliance, resource: TEST_ACCOUNT }]);
  });

  test('of multi-Region trails wants all management events', async () => {
    await aws.createLoggingTrail('main', { IsMultiRegionTrail: true });
    await put('MULTI_REGION_CLOUD_TRAIL_ENABLED');
    const ExcludeManagementEventSources = ['kms.amazonaws.com'];
    await aws.send('PutEventSelectors', {
      TrailName: 'main',
      EventSelectors: [{ ExcludeManagementEventSources }],
    });
    await evaluate();
    expect(compliances()).toEqual(['COMPLIANT', 'NON_COMPLIANT']);
  });

  test('on settings says of each trail what it is', async () => {
    await aws.createTrail('kept', { EnableLogFileValidation: true });
    await aws.createTrail('broken');
    await put('CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED');
    expect(told).toMatchObject([
      { compliance: 'COMPLIANT', resource: trailArn('kept') },
      { compliance: 'NON_COMPLIANT', resource: trailArn('broken') },
    ]);
    expect(
      await send('GetComplianceDetailsByConfigRule', {
        ConfigRuleName: 'trails',
        ComplianceTypes: ['NON_COMPLIANT'],
      }),
    ).toMatchObject({ EvaluationResults: [{ ComplianceType: 'NON_COMPLIANT' }] });
  });

  test('is that of one account', async () => {
    const policy = bucketPolicy('member-logs').replaceAll(TEST_ACCOUNT, mallory.accountId);
    await aws.createBucket('member-logs', policy);
    const asMallory = { caller: mallory };
    await aws.send('CreateTrail', { Name: 'theirs', S3BucketName: 'member-logs' }, asMallory);
    await aws.send('StartLogging', { Name: 'theirs' }, asMallory);
    await put('CLOUD_TRAIL_ENABLED');
    expect(compliances()).toEqual(['NON_COMPLIANT']);
  });

  test('is deleted after its remediation', async () => {
    await put('CLOUD_TRAIL_ENABLED');
    const remediation = {
      ConfigRuleName: 'trails',
      TargetType: 'SSM_DOCUMENT',
      TargetId: 'AWS-EnableCloudTrail',
    };
    await send('PutRemediationConfigurations', { RemediationConfigurations: [remediation] });
    expect(await send('DescribeRemediationConfigurations', { ConfigRuleNames: ['trails'] })).toMatchObject({
      RemediationConfigurations: [remediation],
    });
    await expect(send('DeleteConfigRule', { ConfigRuleName: 'trails' })).rejects.toMatchObject({
      code: 'ResourceInUseException',
    });
    await send('DeleteRemediationConfiguration', { ConfigRuleName: 'trails' });
    await send('DeleteConfigRule', { ConfigRuleName: 'trails' });
    expect(await send('DescribeConfigRules')).toMatchObject({ ConfigRules: [] });
  });

  test.each([
    ['another managed rule', rule('ROOT_ACCOUNT_MFA_ENABLED'), 'NotImplemented'],
    ['a rule of its own', { ...rule(''), Source: { Owner: 'CUSTOM_LAMBDA' } }, 'NotImplemented'],
    [
      'parameters that are none',
      rule('CLOUD_TRAIL_ENABLED', { InputParameters: '[]' }),
      'InvalidParameterValueException',
    ],
  ])('is refused as %s', async (_, ConfigRule, code) => {
    await expect(send('PutConfigRule', { ConfigRule })).rejects.toMatchObject({ code });
  });
});

test('an aggregator is kept until it is deleted', async () => {
  const ConfigurationAggregatorName = 'all';
  const AccountAggregationSources = [{ AccountIds: [TEST_ACCOUNT], AllAwsRegions: true }];
  await send('PutConfigurationAggregator', { ConfigurationAggregatorName, AccountAggregationSources });
  expect(await send('DescribeConfigurationAggregators')).toMatchObject({
    ConfigurationAggregators: [{ ConfigurationAggregatorName, AccountAggregationSources }],
  });
  await send('DeleteConfigurationAggregator', { ConfigurationAggregatorName });
  await expect(send('DeleteConfigurationAggregator', { ConfigurationAggregatorName })).rejects.toMatchObject({
    code: 'NoSuchConfigurationAggregatorException',
  });
});
