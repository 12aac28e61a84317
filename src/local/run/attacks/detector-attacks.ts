import { randomUUID } from 'node:crypto';
import type { Act, Attack } from './attack.ts';
import type { Fields } from './connect.ts';
import { trust } from './policies.ts';
import { recordCall } from './record-call.ts';
import { arnOfRole, type Scene } from './scene.ts';
import { WHOLE } from './whole-names.ts';

/** Other detectors are not this guard's: what is done to them is told. */
const detector = (attack: Pick<Attack, 'id' | 'name' | 'title' | 'act'> & Partial<Attack>): Attack => ({
  ends: 'told',
  seenBy: 'event',
  ...attack,
});

/** Of a service that is not embedded. */
const recorded = (service: string, operation: string, input: Fields): Pick<Attack, 'act' | 'byRecord'> => ({
  byRecord: true,
  act: async (scene) => recordCall(scene, { service, operation, input }),
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
    ...recorded('ec2', 'DeleteFlowLogs', { FlowLogIds: ['fl-0123456789abcdef0'] }),
  }),
  detector({
    id: 'CT-103',
    name: 'dns-logging-deleted',
    title: 'Delete the logging of DNS queries',
    ...recorded('route53resolver', 'DeleteResolverQueryLogConfig', {
      ResolverQueryLogConfigId: 'rqlc-0123456789',
    }),
  }),
  detector({
    id: 'CT-104',
    name: 'macie-off',
    title: 'Disable Macie',
    ...recorded('macie2', 'DisableMacie', {}),
  }),
  detector({
    id: 'CT-105',
    name: 'security-lake-source-removed',
    title: 'Take CloudTrail out of Security Lake',
    ...recorded('securitylake', 'DeleteAwsLogSource', {
      Sources: [{ Regions: ['eu-central-1'], SourceName: 'CLOUD_TRAIL_MGMT' }],
    }),
  }),
];
