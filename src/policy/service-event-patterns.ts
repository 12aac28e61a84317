import { checkLength, type EventPattern, type OwnNames } from './event-pattern.ts';

type Own = Pick<OwnNames, 'accountId' | 'partName'>;

/**
 * A key that is gone, or whose imported material is. KMS sends these itself, also while no trail logs. Of every key: they are
 * as rare as the loss of keys.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html
 */
export const keyLossPattern = (own: Own): EventPattern =>
  pinned('aws.kms', ['KMS CMK Deletion', 'KMS Imported Key Material Expiration'], own);

/**
 * An alarm that was made, changed or deleted: which of them watch a trail's log group is not known beforehand. Auto Scaling
 * changes its own alarms all day.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 * @see https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html
 */
export const alarmChangePattern = (own: Own): EventPattern =>
  pinned('aws.cloudwatch', ['CloudWatch Alarm Configuration Change'], own, {
    alarmName: [{ 'anything-but': { prefix: 'TargetTracking-' } }],
  });

/** An alarm of the guard itself: that no sweep has run, for one. */
export const ownAlarmPattern = (own: Own): EventPattern =>
  pinned('aws.cloudwatch', ['CloudWatch Alarm State Change'], own, {
    alarmName: [{ prefix: own.partName }],
    state: { value: ['ALARM'] },
  });

/**
 * A baseline or a maintenance window that was written or deleted.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-cwe.html
 */
export const parameterChangePattern = (own: Own): EventPattern =>
  pinned('aws.ssm', ['Parameter Store Change'], own, { name: [{ prefix: '/trailkeeper/' }] });

function pinned(
  source: string,
  detailTypes: readonly string[],
  own: Own,
  detail?: EventPattern,
): EventPattern {
  const pattern = { source: [source], account: [own.accountId], 'detail-type': detailTypes };
  return checkLength(detailTypes.join(', '), { ...pattern, ...(detail && { detail }) }, own);
}
