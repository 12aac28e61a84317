import { randomUUID } from 'node:crypto';
import type { Act, Attack } from './attack.ts';
import type { Fields } from './connect.ts';
import { trust } from './policies.ts';
import { arnOfRole, type Scene } from './scene.ts';
import { WHOLE } from './whole-names.ts';

/** Other detectors are not this guard's: what is done to them is told. */
const detector = (attack: Pick<Attack, 'id' | 'name' | 'title' | 'act'> & Partial<Attack>): Attack => ({
  ends: 'told',
  seenBy: 'event',
  ...attack,
});

async function startRecorder({ config, iam }: Scene): Promise<void> {
  const AssumeRolePolicyDocument = trust('config.amazonaws.com');
  await iam('CreateRole', { RoleName: 'config', AssumeRolePolicyDocument }).catch(isThereAlready);
  const ConfigurationRecorder = {
    name: 'default',
    roleARN: arnOfRole('config'),
    recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
  };
  await config('PutConfigurationRecorder', { ConfigurationRecorder });
  await config('PutDeliveryChannel', {
    DeliveryChannel: { name: 'default', s3BucketName: WHOLE.accessBucket },
  });
  await config('StartConfigurationRecorder', { ConfigurationRecorderName: 'default' });
}

/** It was made for another attack in the same world. */
function isThereAlready(error: Error): void {
  if (error.name !== 'EntityAlreadyExistsException') throw error;
}

const newName = (prefix: string) => `${prefix}-${randomUUID().slice(0, 8)}`;

const putRule: Act = async (scene) => {
  await startRecorder(scene);
  const Source = { Owner: 'AWS', SourceIdentifier: 'CLOUD_TRAIL_ENABLED' };
  await scene.config('PutConfigRule', { ConfigRule: { ConfigRuleName: 'cloudtrail-enabled', Source } });
};

const turnGuardDutyOn: Act = async ({ guardduty }) => {
  const { DetectorIds } = await guardduty('ListDetectors');
  if ((DetectorIds as readonly string[]).length === 0) await guardduty('CreateDetector', { Enable: true });
};

async function detectorId({ guardduty }: Scene): Promise<string> {
  const { DetectorIds } = await guardduty('ListDetectors');
  return String((DetectorIds as readonly string[])[0]);
}

/** The VPC that the account has from the start. */
async function vpcId({ ec2 }: Scene): Promise<string> {
  const { Vpcs } = await ec2('DescribeVpcs');
  return String((Vpcs as readonly Fields[])[0]?.VpcId);
}

const BUCKET_ARN = `arn:aws:s3:::${WHOLE.accessBucket}`;

const makeFlowLogs: Act = async (scene) =>
  scene.ec2('CreateFlowLogs', {
    ResourceType: 'VPC',
    ResourceIds: [await vpcId(scene)],
    TrafficType: 'ALL',
    LogDestinationType: 's3',
    LogDestination: `${BUCKET_ARN}/${newName('flows')}`,
  });

/** The latest, or one that is not there: who may not delete it cannot tell. */
async function flowLogId({ ec2 }: Scene): Promise<string> {
  const { FlowLogs } = await ec2('DescribeFlowLogs');
  return String((FlowLogs as readonly Fields[] | undefined)?.at(-1)?.FlowLogId ?? 'fl-0123456789abcdef0');
}

const addQueryLogging: Act = ({ route53resolver }) =>
  route53resolver('CreateResolverQueryLogConfig', {
    Name: newName('queries'),
    DestinationArn: BUCKET_ARN,
    CreatorRequestId: randomUUID(),
  });

const logQueries: Act = async (scene) => {
  const { ResolverQueryLogConfig: made } = (await addQueryLogging(scene)) as Fields;
  await scene.route53resolver('AssociateResolverQueryLogConfig', {
    ResolverQueryLogConfigId: (made as Fields).Id,
    ResourceId: await vpcId(scene),
  });
};

/** First from the VPC: what still logs one cannot be deleted. */
const stopLoggingQueries: Act = async ({ route53resolver }) => {
  const { ResolverQueryLogConfigAssociations } = await route53resolver(
    'ListResolverQueryLogConfigAssociations',
  );
  const found = (ResolverQueryLogConfigAssociations as readonly Fields[]).at(-1);
  const ResolverQueryLogConfigId = found?.ResolverQueryLogConfigId ?? 'rqlc-0123456789abcdef';
  await route53resolver('DisassociateResolverQueryLogConfig', {
    ResolverQueryLogConfigId,
    ResourceId: found?.ResourceId ?? 'vpc-0123456789abcdef0',
  });
  await route53resolver('DeleteResolverQueryLogConfig', { ResolverQueryLogConfigId });
};

const turnMacieOn: Act = ({ macie2 }) => macie2('EnableMacie').catch(isOnAlready);

/** It was turned on for another attack in the same world. */
function isOnAlready(error: Error): void {
  if (error.name !== 'ConflictException') throw error;
}

const sourcesNamed = ({ region }: Scene, sourceName: string) => ({
  sources: [{ sourceName, regions: [region] }],
});

async function fillLake(scene: Scene, sourceName: string): Promise<void> {
  const metaStoreManagerRoleArn = arnOfRole('AmazonSecurityLakeMetaStoreManagerV2');
  await scene.securitylake('CreateDataLake', {
    configurations: [{ region: scene.region }],
    metaStoreManagerRoleArn,
  });
  await scene.securitylake('CreateAwsLogSource', sourcesNamed(scene, sourceName));
}

const takeFromLake = (scene: Scene, sourceName: string) =>
  scene.securitylake('DeleteAwsLogSource', sourcesNamed(scene, sourceName));

/** Group K of the catalogue: the neighbours. */
export const DETECTOR_ATTACKS: readonly Attack[] = [
  detector({
    id: 'CT-97',
    name: 'config-stopped',
    title: 'Stop the recorder of AWS Config',
    before: startRecorder,
    act: ({ config }) => config('StopConfigurationRecorder', { ConfigurationRecorderName: 'default' }),
    twin: {
      title: 'Start it once more',
      act: ({ config }) => config('StartConfigurationRecorder', { ConfigurationRecorderName: 'default' }),
    },
  }),
  detector({
    id: 'CT-98',
    name: 'config-rule-deleted',
    title: 'Delete the Config rule on trails',
    before: putRule,
    act: ({ config }) => config('DeleteConfigRule', { ConfigRuleName: 'cloudtrail-enabled' }),
  }),
  detector({
    id: 'CT-99',
    name: 'guardduty-off',
    title: 'Delete GuardDuty’s detector',
    before: turnGuardDutyOn,
    act: async (scene) => scene.guardduty('DeleteDetector', { DetectorId: await detectorId(scene) }),
  }),
  detector({
    id: 'CT-100',
    name: 'findings-suppressed',
    title: 'Archive GuardDuty’s findings on trails',
    before: turnGuardDutyOn,
    act: async (scene) =>
      scene.guardduty('CreateFilter', {
        DetectorId: await detectorId(scene),
        Name: newName('quiet'),
        Action: 'ARCHIVE',
        FindingCriteria: { Criterion: { type: { Equals: ['Stealth:IAMUser/CloudTrailLoggingDisabled'] } } },
      }),
    twin: {
      title: 'Make a filter that archives nothing',
      act: async (scene) =>
        scene.guardduty('CreateFilter', {
          DetectorId: await detectorId(scene),
          Name: newName('view'),
          Action: 'NOOP',
          FindingCriteria: { Criterion: { severity: { GreaterThanOrEqual: 7 } } },
        }),
    },
  }),
  detector({
    id: 'CT-101',
    name: 'security-hub-off',
    title: 'Disable Security Hub',
    before: ({ securityhub }) => securityhub('EnableSecurityHub'),
    act: ({ securityhub }) => securityhub('DisableSecurityHub'),
  }),
  detector({
    id: 'CT-102',
    name: 'flow-logs-deleted',
    title: 'Delete flow logs',
    before: makeFlowLogs,
    act: async (scene) => scene.ec2('DeleteFlowLogs', { FlowLogIds: [await flowLogId(scene)] }),
    twin: { title: 'Make flow logs', act: makeFlowLogs },
  }),
  detector({
    id: 'CT-103',
    name: 'dns-logging-deleted',
    title: 'Delete the logging of DNS queries',
    before: logQueries,
    act: stopLoggingQueries,
    twin: { title: 'Log them to one more place', act: addQueryLogging },
  }),
  detector({
    id: 'CT-104',
    name: 'macie-off',
    title: 'Disable Macie',
    before: turnMacieOn,
    act: ({ macie2 }) => macie2('DisableMacie'),
    twin: {
      title: 'Let Macie publish once an hour',
      async act(scene) {
        await turnMacieOn(scene);
        await scene.macie2('UpdateMacieSession', { findingPublishingFrequency: 'ONE_HOUR' });
      },
    },
  }),
  detector({
    id: 'CT-105',
    name: 'security-lake-source-removed',
    title: 'Take CloudTrail out of Security Lake',
    before: (scene) => fillLake(scene, 'CLOUD_TRAIL_MGMT'),
    act: (scene) => takeFromLake(scene, 'CLOUD_TRAIL_MGMT'),
    twin: {
      title: 'Take the firewall’s logs out of it',
      async act(scene) {
        await fillLake(scene, 'WAF');
        await takeFromLake(scene, 'WAF');
      },
    },
  }),
];
