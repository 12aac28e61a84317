/** What a deny covers and whom it spares. */
export interface DenyOptions {
  /** Left out: every trail of every account that the deny is attached to. */
  readonly trailArns?: readonly string[];
  /** Buckets, keys, topics and log groups that trails deliver to. */
  readonly bucketArns?: readonly string[];
  readonly keyArns?: readonly string[];
  readonly topicArns?: readonly string[];
  readonly logGroupArns?: readonly string[];
  /** The role with which CloudTrail writes to the log group. */
  readonly logsRoleArn?: string;
  /** Roles that nothing is denied to, each by its exact ARN; its account may be `*` with `isOrganization`. */
  readonly breakGlassRoleArns?: readonly string[];
  /**
   * Roles that deploy, update and remove the guard, approve baselines and open windows; wildcards in the account, and at the end of the
   * name: `arn:aws:iam::*:role/stacksets-exec-*`.
   */
  readonly operatorRoleArns?: readonly string[];
  /** The guard's own role. Left out: roles named as CloudFormation names it. */
  readonly guardRoleArn?: string;
  /** @default 'trailkeeper' */
  readonly stackName?: string;
  /** @default '/' */
  readonly rolePath?: string;
  /** The organization's id, `o-…`: for what is in the bucket of an organization's trail, and for who may reach it at all. */
  readonly organizationId?: string;
  /** What is before `AWSLogs/` in the bucket. */
  readonly keyPrefix?: string;
  /** For every account of an organization: guards that a StackSet deploys, break-glass roles of every account. @default false */
  readonly isOrganization?: boolean;
  /** @default 'aws' */
  readonly partition?: string;
}
