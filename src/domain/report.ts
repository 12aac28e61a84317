import type { Actor } from './actor.ts';
import type { Finding } from './finding.ts';
import type { JsonObject } from './json.ts';
import type { Severity } from './severity.ts';
import type { SecurityFinding } from './signal.ts';
import type { StepResult } from './step.ts';

/** The version of this document. It moves when a field changes its meaning or goes. */
export const REPORT_SCHEMA = 'trailkeeper.report/1' as const;

/** How one pass over a trail ended. */
export type Outcome =
  /** The trail is as it must be, and nothing had to be put back. */
  | 'intact'
  /** It was impaired; it is back, proven by reading it again. */
  | 'restored'
  | 'partly-restored'
  /** It is impaired, and this guard does not put that back. */
  | 'not-restorable'
  /** AWS refused to let the guard put it back. */
  | 'refused'
  /** A part could not be read, or what was put back could not be proven. */
  | 'undetermined';

/** The one document of what happened. Mail, log and chat are views of it, and know nothing else. */
export type Report = TrailReport | AttemptsReport | CoverageReport;

interface ReportHeader {
  readonly schema: typeof REPORT_SCHEMA;
  /** When the report was made: ISO 8601, UTC. */
  readonly at: string;
  readonly guard: GuardIdentity;
  /** Set on a machine's copy that was too large for a message: what was left out or cut. */
  readonly shortened?: 'records-left-out' | 'lists-and-texts-cut';
}

/** The guard that speaks. */
export interface GuardIdentity {
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly mode: 'restore' | 'notify';
  readonly sweepMinutes: number;
}

/** What happened to one trail. */
export interface TrailReport extends ReportHeader {
  readonly kind: 'trail';
  /** The same on every message about one episode: the trail's name and when it began. */
  readonly incidentId: string;
  /** Why it is told: for the first time, again after a change, or because it goes on. */
  readonly notice: Notice;
  /** Null when no known trail fits what the call named. */
  readonly trail: { readonly name: string; readonly arn: string; readonly homeRegion: string } | null;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  /** Calls of this pass, the oldest first, the guard's own among them. */
  readonly calls: readonly ReportedCall[];
  readonly securityFindings: readonly SecurityFinding[];
  readonly steps: readonly StepResult[];
  readonly dark: Dark | null;
  /** What a person should know was left undone, each with its reason. */
  readonly notDone: readonly { readonly what: string; readonly why: string }[];
  /** Times the trail was impaired in this incident. */
  readonly times: number;
  /** Whose calls impaired the trail in this incident, as far as known: ARNs in the callers' own words. */
  readonly principals: readonly string[];
}

export type Notice =
  | 'first'
  /** It was told as dark and is lit now, or the other way round. */
  | 'changed'
  /** It is still dark. */
  | 'reminder'
  /** It happened again and again. */
  | 'digest'
  /** The call came late: now it is known who did it. */
  | 'actor-found';

/** While the trail recorded nothing. Times are ISO 8601. */
export interface Dark {
  readonly from: string;
  /** Null while it is still dark. */
  readonly until: string | null;
  /** Milliseconds; null while it is still dark. */
  readonly forMs: number | null;
}

/** One API call as a report tells it. All texts come from the caller and are shown as such. */
export interface ReportedCall {
  readonly eventId: string;
  readonly eventName: string;
  readonly at: string;
  readonly region: string;
  readonly actor: Actor;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  readonly error: { readonly code: string; readonly message: string | null } | null;
  readonly trailAsRecorded: string | null;
  /** As in `Technique.done` or `InformationalCall.done`. */
  readonly done: string;
  /** Null for a call that impairs nothing. */
  readonly techniqueId: string | null;
  readonly severity: Severity;
  /** What in the request shows the technique, in plain words; null when the call itself does. */
  readonly evidence: string | null;
  readonly isGuardsOwn: boolean;
  /** The CloudTrail record itself. */
  readonly record: JsonObject;
}

/** Failed and denied calls of one principal. They changed nothing. */
export interface AttemptsReport extends ReportHeader {
  readonly kind: 'attempts';
  readonly incidentId: string;
  readonly severity: Severity;
  readonly principal: string;
  /** Attempts since `since`, ISO 8601; the calls hold at most the first ten of this pass. */
  readonly count: number;
  readonly since: string;
  readonly calls: readonly ReportedCall[];
}

/** The first message after the deployment: what is guarded, and what is not. Or the last, before the guard goes. */
export interface CoverageReport extends ReportHeader {
  readonly kind: 'coverage';
  readonly occasion: 'deployment' | 'removal';
  readonly trails: readonly CoveredTrail[];
  readonly severity: Severity;
}

export interface CoveredTrail {
  readonly name: string;
  readonly arn: string;
  readonly homeRegion: string;
  readonly guarded: boolean;
  /** It was read, and does not log. */
  readonly isOff: boolean;
  /** Why it is guarded or not, in plain words. */
  readonly because: string;
}
