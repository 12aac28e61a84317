import type { Act, Attack } from './attack.ts';
import type { Fields } from './connect.ts';
import { keyPolicy } from './policies.ts';
import type { Scene } from './scene.ts';
import { ALARM, METRIC_FILTER, subscriptionFilter } from './whole-log-group.ts';

/** A call on the trail's log group. */
const onGroup =
  (operation: string, input: Fields | ((scene: Scene) => Fields) = {}): Act =>
  (scene) =>
    scene.logs(operation, {
      logGroupName: scene.group,
      ...(typeof input === 'function' ? input(scene) : input),
    });

const twin = (title: string, act: Act) => ({ twin: { title, act } });

/** What the log group is set to is restored, and shows in an event and in the state. */
const group = (attack: Pick<Attack, 'id' | 'name' | 'title' | 'act'> & Partial<Attack>): Attack => ({
  ends: 'restored',
  seenBy: 'both',
  ...attack,
});

async function encryptWithAnotherKey(scene: Scene): Promise<void> {
  const { KeyMetadata } = await scene.kms('CreateKey', { Policy: keyPolicy(scene.region) });
  await onGroup('AssociateKmsKey', { kmsKeyId: (KeyMetadata as { readonly Arn: string }).Arn })(scene);
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html */
const MASKING = JSON.stringify({
  Name: 'mask',
  Version: '2021-06-01',
  Statement: [
    {
      DataIdentifier: ['arn:aws:dataprotection::aws:data-identifier/IpAddress'],
      Operation: { Audit: { FindingsDestination: {} } },
    },
    {
      DataIdentifier: ['arn:aws:dataprotection::aws:data-identifier/IpAddress'],
      Operation: { Deidentify: { MaskConfig: {} } },
    },
  ],
});

/** Group G of the catalogue: the way to CloudWatch Logs. */
export const LOG_GROUP_ATTACKS: readonly Attack[] = [
  group({
    id: 'CT-58',
    name: 'log-group-deleted',
    title: 'Delete the log group',
    act: onGroup('DeleteLogGroup'),
    ...twin('Delete a log group of nobody’s', async ({ logs }) => {
      await logs('CreateLogGroup', { logGroupName: 'lab' });
      await logs('DeleteLogGroup', { logGroupName: 'lab' });
    }),
  }),
  group({
    id: 'CT-59',
    name: 'log-stream-deleted',
    title: 'Delete the trail’s log stream',
    ends: 'told',
    seenBy: 'event',
    before: onGroup('CreateLogStream', { logStreamName: 'trail' }),
    act: onGroup('DeleteLogStream', { logStreamName: 'trail' }),
  }),
  group({
    id: 'CT-60',
    name: 'retention-one-day',
    title: 'Let log events expire after a day',
    act: onGroup('PutRetentionPolicy', { retentionInDays: 1 }),
    ...twin('Keep them for longer', onGroup('PutRetentionPolicy', { retentionInDays: 731 })),
  }),
  group({
    id: 'CT-61',
    name: 'subscription-removed',
    title: 'Take the log group away from the SIEM',
    act: onGroup('DeleteSubscriptionFilter', { filterName: 'siem' }),
    ...twin(
      'Put the same filter again',
      onGroup('PutSubscriptionFilter', ({ region }) => subscriptionFilter(region)),
    ),
  }),
  group({
    id: 'CT-62',
    name: 'metric-filter-blinded',
    title: 'Let the metric filter match nothing',
    act: onGroup('PutMetricFilter', {
      ...METRIC_FILTER,
      filterPattern: '{ $.userIdentity.type = "Nobody" }',
    }),
    ...twin('Put the same filter again', onGroup('PutMetricFilter', METRIC_FILTER)),
  }),
  group({
    id: 'CT-63',
    name: 'log-events-masked',
    title: 'Mask what the log events say',
    act: ({ logs, group: logGroupIdentifier }) =>
      logs('PutDataProtectionPolicy', { logGroupIdentifier, policyDocument: MASKING }),
    ...twin('Mask a log group of nobody’s', async ({ logs }) => {
      const logGroupName = 'lab-masked';
      await logs('CreateLogGroup', { logGroupName });
      await logs('PutDataProtectionPolicy', { logGroupIdentifier: logGroupName, policyDocument: MASKING });
      await logs('DeleteLogGroup', { logGroupName });
    }),
  }),
  group({
    id: 'CT-64',
    name: 'log-group-key-changed',
    title: 'Encrypt log events with a key of the attacker’s choice',
    act: encryptWithAnotherKey,
    ...twin(
      'Name the same key again',
      onGroup('AssociateKmsKey', ({ key }) => ({ kmsKeyId: key })),
    ),
  }),
  group({
    id: 'CT-65',
    name: 'alarm-muted',
    title: 'Mute the alarm on the trail’s metric',
    ends: 'told',
    act: ({ monitoring }) => monitoring('PutMetricAlarm', { ...ALARM, ActionsEnabled: false }),
    undo: ({ monitoring }) => monitoring('PutMetricAlarm', ALARM),
    ...twin('Put the same alarm again', ({ monitoring }) => monitoring('PutMetricAlarm', ALARM)),
  }),
];
