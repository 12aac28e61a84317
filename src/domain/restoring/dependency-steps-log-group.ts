import { parseArn } from '../arn.ts';
import type { Baseline } from '../baseline/baseline.ts';
import { isSameButSwitchedOff } from '../canonical/alarm.ts';
import { protectionOf } from '../canonical/log-group.ts';
import type { Drift, DriftPath } from '../drift.ts';
import type { JsonObject } from '../json.ts';
import type { LogGroupSettings, NamedFilter, Parts } from '../parts.ts';
import type { Step } from '../step.ts';
import type { About } from './dependency-steps.ts';
import { exactly, hasPath, type Repair, stepsOf, under } from './dependency-steps-repair.ts';

/** What puts the log group back. The events that it held are not in it any more: they lie in the bucket. */
export function logGroupSteps(
  drifts: readonly Drift[],
  { parts }: Baseline,
  { trailArn, accountId }: About,
): readonly Step[] {
  const arn = parseArn(parts.trail.CloudWatchLogsLogGroupArn ?? '');
  const logGroupName = arn?.resource.replace(/^log-group:/, '').replace(/:\*$/, '');
  if (!arn || !logGroupName || arn.accountId !== accountId) return [];
  const isGone = hasPath(drifts, 'logGroup');
  const whole: readonly Repair[] = [
    { call: 'CreateLogGroup', undoes: exactly('logGroup'), input: {} },
    ...(parts.logGroup ? settings(parts.logGroup, isGone) : []),
  ];
  const forms = [...protection(parts, isGone), ...transformer(parts, isGone)];
  return stepsOf(
    [
      ...named({ logGroupName }, whole),
      // A filter may be made for the form that the transformer gives an event.
      ...named({ logGroupIdentifier: logGroupName }, forms),
      ...named({ logGroupName }, filters(parts, drifts)),
      ...alarms(parts, drifts),
    ],
    drifts,
    { region: arn.region, trailArn },
  );
}

/** Calls have two names for the group. */
const named = (name: JsonObject, repairs: readonly Repair[]): readonly Repair[] =>
  repairs.map((repair) => ({ ...repair, input: { ...name, ...repair.input } }));

/** A new log group has no key and keeps everything. */
function settings({ retentionInDays, kmsKeyId }: LogGroupSettings, isGone: boolean): readonly Repair[] {
  const ofKey = under('logGroup.kmsKeyId', 'logGroup');
  const ofRetention = under('logGroup.retentionInDays', 'logGroup');
  const key: Repair = kmsKeyId
    ? { call: 'AssociateKmsKey', undoes: ofKey, input: { kmsKeyId } }
    : { call: 'DisassociateKmsKey', undoes: ofKey, input: {} };
  const retention: Repair = retentionInDays
    ? { call: 'PutRetentionPolicy', undoes: ofRetention, input: { retentionInDays } }
    : { call: 'DeleteRetentionPolicy', undoes: ofRetention, input: {} };
  return [...(isGone && !kmsKeyId ? [] : [key]), ...(isGone && !retentionInDays ? [] : [retention])];
}

/** A status alone says that there was a policy, not which: then there is nothing to put back. */
function protection({ logGroup }: Parts, isGone: boolean): readonly Repair[] {
  if (!logGroup) return [];
  const { dataProtectionPolicy: policy } = logGroup;
  const undoes = exactly('logGroup.dataProtectionStatus', 'logGroup.dataProtectionPolicy', 'logGroup');
  if (policy)
    return [{ call: 'PutDataProtectionPolicy', undoes, input: { policyDocument: JSON.stringify(policy) } }];
  if (protectionOf(logGroup) !== null || isGone) return [];
  return [{ call: 'DeleteDataProtectionPolicy', undoes, input: {} }];
}

function transformer({ 'logGroup.transformer': approved }: Parts, isGone: boolean): readonly Repair[] {
  const undoes = exactly('logGroup.transformer', 'logGroup');
  if (approved)
    return [
      { call: 'PutTransformer', undoes, input: { transformerConfig: [...approved.transformerConfig] } },
    ];
  if (approved === undefined || isGone) return [];
  return [{ call: 'DeleteTransformer', undoes, input: {} }];
}

/**
 * A log group takes two subscription filters: those that were never approved make room first.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
 */
const filters = (
  { 'logGroup.metricFilters': metric = [], 'logGroup.subscriptionFilters': subscription = [] }: Parts,
  drifts: readonly Drift[],
): readonly Repair[] => [
  ...metric.map((filter) =>
    putFilter('PutMetricFilter', `logGroup.metricFilters.${filter.filterName}`, filter),
  ),
  ...drifts.filter(isStrange).map(({ path }) => ({
    call: 'DeleteSubscriptionFilter' as const,
    undoes: exactly(path),
    input: { filterName: path.slice(SUBSCRIPTIONS.length) },
  })),
  ...subscription.map((filter) =>
    putFilter('PutSubscriptionFilter', `${SUBSCRIPTIONS}${filter.filterName}`, filter),
  ),
];

/** Whose actions alone are off needs no more than to have them on. */
const alarms = ({ 'logGroup.alarms': approved = [] }: Parts, drifts: readonly Drift[]): readonly Repair[] =>
  approved.map((alarm): Repair => {
    const path = `logGroup.alarms.${alarm.AlarmName}` as const;
    const actual = drifts.find((drift) => drift.path === path)?.actual;
    return actual && isSameButSwitchedOff(alarm, actual)
      ? { call: 'EnableAlarmActions', undoes: exactly(path), input: { AlarmNames: [alarm.AlarmName] } }
      : { call: 'PutMetricAlarm', undoes: exactly(path), input: alarm };
  });

const SUBSCRIPTIONS = 'logGroup.subscriptionFilters.';

/** Its name is the one under which CloudWatch Logs listed it. */
const isStrange = ({ path, expected }: Drift): boolean => path.startsWith(SUBSCRIPTIONS) && expected === null;

const putFilter = (
  call: 'PutMetricFilter' | 'PutSubscriptionFilter',
  path: DriftPath,
  filter: NamedFilter,
): Repair => ({ call, undoes: exactly(path, 'logGroup'), input: filter });
