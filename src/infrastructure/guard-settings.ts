/** What the stack's owner decides. In the template each value is a parameter's token; '' means "not given". */
export interface GuardSettings {
  readonly securityContactEmail: string;
  /** An existing topic; '' makes one. */
  readonly alertTopicArn: string;
  /** Names or ARNs of the guarded trails, each '' when not given; none given: all trails. */
  readonly trails: readonly string[];
  readonly mode: string;
  readonly restoreScope: string;
  /** ARNs and unique ids, as one text with commas. */
  readonly approvedPrincipals: string;
  /** ARNs of what a guard of scope `trail-and-destination` may put back; a list with one '' when none is given. */
  readonly destinations: Readonly<Record<Destination, readonly string[]>>;
  /** The role that CloudTrail takes to write to a log group; '' when no trail has one. */
  readonly logsRoleArn: string;
  readonly sweepMinutes: number;
  readonly notifyOn: string;
  readonly notifyOnDeniedAttempts: string;
  /** Whether Security Hub gets each incident as a finding, `true` or `false`. */
  readonly importFindings: string;
  /** Whether a Security Hub finding that made the guard look gets a note of what came of it, `true` or `false`. */
  readonly noteOnFindings: string;
  readonly logRetentionDays: number;
  /** Days that incidents are kept after they were last written. */
  readonly incidentRetentionDays: number;
  /** The KMS key of the topic made here, the ledger and the log; '' leaves each under AWS's own. */
  readonly encryptionKeyArn: string;
  /** The policy that bounds what every role of the stack may do; '' sets none. */
  readonly permissionsBoundaryArn: string;
  /** Where the roles are in IAM, with a slash at both ends. */
  readonly rolePath: string;
}

/** What a trail delivers to and depends on, as far as the guard may change it. */
export const DESTINATIONS = ['bucket', 'key', 'topic', 'logGroup'] as const;

export type Destination = (typeof DESTINATIONS)[number];
