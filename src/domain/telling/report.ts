import type { Actor } from '../actor.ts';
import type { Approval } from '../baseline/baseline.ts';
import type { BaselineChange } from '../baseline/baseline-diff.ts';
import type { Weakness } from '../baseline/baseline-weaknesses.ts';
import type { UnreadPart } from '../compare/compare.ts';
import type { Drift } from '../drift.ts';
import type { Finding } from '../finding.ts';
import type { JsonObject } from '../json.ts';
import type { Severity } from '../severity.ts';
import type { SecurityFinding } from '../signal.ts';
import type { Step, StepResult } from '../step.ts';
import type { MaintenanceWindow } from '../window/window.ts';

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
export type Report =
  | TrailReport
  | AttemptsReport
  | CoverageReport
  | NoticeReport
  | BaselineReport
  | WindowReport
  | GapReport;

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

export interface ReportedTrail {
  readonly name: string;
  readonly arn: string;
  readonly homeRegion: string;
}

/** What happened to one trail. */
export interface TrailReport extends ReportHeader {
  readonly kind: 'trail';
  /** A trail and what it depends on; or a part of the guard itself, or the account: then `trail` is null. */
  readonly about: 'trail' | 'guard' | 'account';
  /** The same on every message about one episode: the trail's name and when it began. */
  readonly incidentId: string;
  /** Why it is told: for the first time, again after a change, or because it goes on. */
  readonly notice: Notice;
  /** Null when no known trail fits what the call named. */
  readonly trail: ReportedTrail | null;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  /** Calls of this pass, the oldest first, the guard's own among them. */
  readonly calls: readonly ReportedCall[];
  readonly securityFindings: readonly SecurityFinding[];
  /** What the trail must be, by which this was judged; null when nobody has approved it yet. */
  readonly baseline: BaselineVersion | null;
  /** Every difference from the baseline that was seen, with what became of it. */
  readonly drifts: readonly ReportedDrift[];
  readonly unread: readonly UnreadPart[];
  readonly steps: readonly StepResult[];
  /** Steps that are needed and were not taken, as data: a person can run them. */
  readonly plan: readonly Step[];
  /** While nothing was recorded. */
  readonly dark: Dark | null;
  /** While the trail recorded, but less than it must, or not to where it must. */
  readonly weakened: Dark | null;
  /** What stays lost, one sentence each. */
  readonly lost: readonly string[];
  /** What people have to do themselves, one sentence each. */
  readonly toDo: readonly string[];
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

/** A version of a baseline, and who approved it. */
export interface BaselineVersion {
  readonly version: number;
  readonly approval: Approval;
}

/**
 * `put-back`: it was weaker, and a read proves that it is gone. `left`: it is weaker, and still there. `told`: it is stronger or
 * different, and nobody undoes it.
 */
export type ReportedDrift = Drift & { readonly fate: 'put-back' | 'left' | 'told' };

/** An interval in which a trail was impaired. Times are ISO 8601. */
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

/** What is told once and is no incident: drifts that nobody undoes, parts that cannot be read, trails nobody approved. */
export interface NoticeReport extends ReportHeader {
  readonly kind: 'notice';
  readonly incidentId: string;
  readonly severity: Severity;
  readonly trail: ReportedTrail;
  readonly baseline: BaselineVersion | null;
  /** `unapproved`: a trail was first seen after the deployment. */
  readonly about: readonly ('drift' | 'unread' | 'unapproved' | 'elsewhere' | 'breaker')[];
  /** Techniques whose damage weakens nothing. */
  readonly findings: readonly Finding[];
  /** Whose calls can have made these drifts, as far as their events have come. */
  readonly calls: readonly ReportedCall[];
  readonly drifts: readonly ReportedDrift[];
  readonly unread: readonly UnreadPart[];
  /** Parts of other accounts, which the guards there watch. */
  readonly elsewhere: readonly string[];
  /** Sentences: what stays lost, and what a person has to do. */
  readonly lost: readonly string[];
  readonly toDo: readonly string[];
}

/** What happened to a baseline itself. */
export interface BaselineReport extends ReportHeader {
  readonly kind: 'baseline';
  readonly incidentId: string;
  readonly severity: Severity;
  readonly trail: ReportedTrail;
  /**
   * `approved`: a new version rules. `retired`: the guarding ended. `tampered`, `missing`, `unreadable`: what is stored is not what
   * was approved, and the last approved version goes on ruling.
   */
  readonly event: 'approved' | 'retired' | 'tampered' | 'missing' | 'unreadable';
  /** The version that rules now; null when none is known. */
  readonly baseline: BaselineVersion | null;
  /** Who wrote it, as AWS tells it; null when that is unknown. */
  readonly by: string | null;
  /** Why, in plain words; null when nothing is to be said. */
  readonly why: string | null;
  /** What differs from the version before, or from the version that rules. */
  readonly changes: readonly BaselineChange[];
}

/** A maintenance window was opened, used or closed. */
export interface WindowReport extends ReportHeader {
  readonly kind: 'window';
  readonly incidentId: string;
  readonly severity: Severity;
  readonly trail: ReportedTrail;
  readonly event: 'opened' | 'used' | 'closed' | 'refused';
  /** Null when it could not be read as one. */
  readonly window: MaintenanceWindow | null;
  readonly by: string | null;
  /** Why it is refused. */
  readonly why: string | null;
  /** What was done under it. */
  readonly drifts: readonly ReportedDrift[];
  readonly calls: readonly ReportedCall[];
}

/** What happened while a trail recorded nothing, from event history: it comes after the message of the incident. */
export interface GapReport extends ReportHeader {
  readonly kind: 'gap';
  readonly incidentId: string;
  readonly severity: Severity;
  readonly trail: ReportedTrail;
  readonly dark: Dark;
  readonly gap: Gap;
}

/** Event history of an interval, summed up. */
export interface Gap {
  readonly calls: number;
  /** There were more calls than were read. */
  readonly isCut: boolean;
  readonly principalCount: number;
  /** Those with most calls. */
  readonly principals: readonly { readonly principal: string; readonly calls: number }[];
  readonly notableCount: number;
  /** The first calls that people should look at: those of catalogued techniques, and those that give access or delete. */
  readonly notable: readonly {
    readonly eventName: string;
    readonly eventSource: string;
    readonly region: string;
    readonly principal: string;
    readonly at: string;
    readonly error: string | null;
  }[];
  /** Those whose event history was read. */
  readonly regions: readonly string[];
  /** Those whose event history did not answer, and why. */
  readonly unread: readonly { readonly region: string; readonly reason: string }[];
  /** Why it is unknown which other Regions the account can use; null when every Region was asked that had to be. */
  readonly unlisted: string | null;
  /** The trail is one of the organization, whose other accounts have event histories of their own, which are not read. */
  readonly isOrganization: boolean;
}

export interface CoveredTrail {
  /** The version that was approved; null when none is. */
  readonly baseline: number | null;
  /** What looks weak in the trail as it is. */
  readonly weaknesses: readonly Weakness[];
  readonly name: string;
  readonly arn: string;
  readonly homeRegion: string;
  readonly guarded: boolean;
  /** It was read, and does not log. */
  readonly isOff: boolean;
  /** Of another account's trail, what lies in this account and is guarded here; null for a trail of this account. */
  readonly destination: readonly string[] | null;
  /** Why it is guarded or not, in plain words. */
  readonly because: string;
}
