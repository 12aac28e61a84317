import type { Baseline } from './baseline.ts';

/**
 * What AWS Control Tower makes bears its prefix, and its guardrails deny others to change it: repairing it is its own work.
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/logging-using-cloudtrail.html
 */
const PREFIX = 'aws-controltower-';

/** The roles with which Control Tower changes accounts. @see https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html */
const ROLES =
  /:role\/(service-role\/)?(AWSControlTowerExecution|AWSControlTowerStackSetRole|AWSControlTowerAdmin|AWSControlTowerCloudTrailRole)$/;

/** Whether Control Tower keeps a trail, or the bucket it delivers to. */
export const isControlTowers = ({ trail, parts }: Pick<Baseline, 'trail' | 'parts'>): boolean =>
  trail.name.startsWith(PREFIX) || parts.trail.S3BucketName.startsWith(PREFIX);

/** Whether somebody acts as Control Tower in this account. */
export const isControlTowerRole = (roleArn: string | null, accountId: string): boolean =>
  roleArn?.includes(`::${accountId}:`) === true && ROLES.test(roleArn);
