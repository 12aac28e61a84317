import type { Actor } from './actor.ts';
import type { JsonObject } from './json.ts';

/** Why we look: something that says where, and perhaps who and when. It never says what is true. */
export type Signal = ApiCall | SecurityFinding | ServiceEvent | Tick | Deployment;

/** An API call that CloudTrail recorded. */
export interface ApiCall {
  readonly kind: 'api-call';
  readonly eventId: string;
  readonly eventName: string;
  readonly eventSource: string;
  /** When it was made, in milliseconds since the epoch. */
  readonly at: number;
  readonly accountId: string;
  readonly region: string;
  readonly actor: Actor;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  /** Set when the call failed or was denied: it changed nothing. */
  readonly error: { readonly code: string; readonly message: string | null } | null;
  /** The trail as the record names it: a name, an ARN, or null. Only ever compared with trails already known. */
  readonly trailAsRecorded: string | null;
  /**
   * What else the record names, as recorded: buckets, keys, roles, rules, functions … by name, id or ARN. Only ever
   * compared with things already known.
   */
  readonly targets: readonly string[];
  readonly request: JsonObject | null;
  readonly response: JsonObject | null;
  /** The CloudTrail record itself, for machines that subscribe to reports. */
  readonly record: JsonObject;
}

/** A finding of another detector about CloudTrail. It seldom names a trail and is not believed: it makes us look. */
export interface SecurityFinding {
  readonly kind: 'security-finding';
  readonly source: 'GuardDuty' | 'Security Hub' | 'Security Hub V2' | 'AWS Config';
  readonly id: string;
  /** GuardDuty's finding type, the Security Hub control, or the name of the Config rule. */
  readonly type: string;
  readonly title: string | null;
  readonly region: string;
  readonly at: number;
}

/** What a service tells EventBridge itself, not by CloudTrail: it comes also while no trail logs. It does not say who. */
export interface ServiceEvent {
  readonly kind: 'service-event';
  readonly source: 'KMS' | 'CloudWatch' | 'Systems Manager';
  readonly id: string;
  /** EventBridge's detail-type, such as `KMS CMK Deletion`. */
  readonly type: string;
  readonly at: number;
  readonly region: string;
  /** What it is about, as in `ApiCall.targets`. */
  readonly targets: readonly string[];
}

/** The schedule's tick: look at every trail. */
interface Tick {
  readonly kind: 'tick';
  readonly at: number;
}

/** The stack was created, changed or is about to be deleted. */
interface Deployment {
  readonly kind: 'deployment';
  readonly at: number;
  readonly request: 'Create' | 'Update' | 'Delete';
}
