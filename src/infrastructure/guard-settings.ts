/** What the stack's owner decides. In the template each value is a parameter's token; '' means "not given". */
export interface GuardSettings {
  readonly securityContactEmail: string;
  /** An existing topic; '' makes one. */
  readonly alertTopicArn: string;
  /** Names or ARNs of the guarded trails, each '' when not given; none given: all trails. */
  readonly trails: readonly string[];
  readonly mode: string;
  readonly sweepMinutes: number;
  readonly notifyOn: string;
  readonly notifyOnDeniedAttempts: string;
  readonly logRetentionDays: number;
}
