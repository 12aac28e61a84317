/** What the guard's owner decided. */
export interface Settings {
  readonly accountId: string;
  readonly partition: string;
  /** The Region this guard runs in. */
  readonly region: string;
  /** `notify` tells and changes nothing. */
  readonly mode: 'restore' | 'notify';
  /** Names or ARNs of the guarded trails. Empty: every trail that was logging at deployment or later. */
  readonly trails: readonly string[];
  readonly sweepMinutes: number;
  /** Which reports are mailed. A restore that failed is mailed under every value. */
  readonly notifyOn: 'restored-or-failed' | 'tampering' | 'all';
  /** Whether failed and denied attempts are mailed. */
  readonly notifyOnAttempts: boolean;
  /** The guard's own role: its calls are reported, never taken for tampering. */
  readonly roleArn: string;
}
