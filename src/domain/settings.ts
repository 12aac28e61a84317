import type { RestoreScope } from './restoring-call.ts';

/** What the guard's owner decided. */
export interface Settings {
  readonly accountId: string;
  readonly partition: string;
  /** The Region this guard runs in. */
  readonly region: string;
  /** `notify` tells and changes nothing. */
  readonly mode: 'restore' | 'notify';
  /** How far the guard may go. What lies beyond is told with the commands for it. */
  readonly restoreScope: RestoreScope | 'operator';
  /** Names or ARNs of the guarded trails. Empty: every trail that was logging at deployment or later. */
  readonly trails: readonly string[];
  /** ARNs of roles, or unique ids (`AROA…`), whose changes and approvals count. */
  readonly approvedPrincipals: readonly string[];
  readonly sweepMinutes: number;
  /** Which reports are mailed. A restore that failed is mailed under every value. */
  readonly notifyOn: 'restored-or-failed' | 'tampering' | 'all';
  /** Whether failed and denied attempts are mailed. */
  readonly notifyOnAttempts: boolean;
  /** The guard's own role: its calls are reported, never taken for tampering. */
  readonly roleArn: string;
  /** The stack of the guard: its parts bear its name. */
  readonly stackId: string;
  /** The topic of the alerts. */
  readonly topicArn: string;
}
