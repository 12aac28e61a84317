import type { Approval } from '../../domain/baseline/baseline.ts';
import type { UnreadPart } from '../../domain/compare/compare.ts';
import { techniqueOf } from '../../domain/detect.ts';
import { type Drift, isWeaker } from '../../domain/drift.ts';
import type { Guard } from '../../domain/guard.ts';
import type { PartName } from '../../domain/parts.ts';
import type { ApiCall } from '../../domain/signal.ts';
import { isLogging } from '../../domain/trail.ts';
import type { TrailPass } from '../../domain/trail-pass.ts';
import type { Looked } from './look-at-trails.ts';

/** How a trail stands. `undetermined`: a part of it could not be read, and nothing is known to be weaker. */
export type Verdict = 'intact' | 'drifted' | 'undetermined' | 'not-guarded';

/** One trail as a look saw it. */
export interface DescribedTrail {
  readonly name: string;
  readonly arn: string;
  readonly homeRegion: string;
  readonly verdict: Verdict;
  readonly guarded: boolean;
  /** Why it is guarded or not. */
  readonly because: string;
  /** Null when that could not be read. */
  readonly isLogging: boolean | null;
  /** Null: nobody approved what it must be, and only logging is guarded. */
  readonly baseline: DescribedBaseline | null;
  readonly drifts: readonly DescribedDrift[];
  readonly unread: readonly UnreadPart[];
  /** Parts of other accounts. */
  readonly elsewhere: readonly PartName[];
  /** The last call behind each drift, as far as event history tells. */
  readonly calls: readonly DescribedCall[];
}

export interface DescribedBaseline {
  readonly version: number;
  readonly approval: Approval;
  readonly mode: 'restore' | 'notify' | null;
}

export type DescribedDrift = Drift & { readonly technique: string | null };

interface DescribedCall {
  readonly eventName: string;
  readonly at: string;
  readonly by: string;
  readonly arn: string | null;
  readonly sourceIp: string | null;
  readonly eventId: string;
}

/** @param drifts the differences that count: those that were seen, or those that are left */
export function describeTrail(
  pass: TrailPass,
  { guard, modes, elsewhereOf }: Looked,
  drifts: readonly Drift[] = pass.drifts,
): DescribedTrail {
  const { trail, standing, status, unread, isGone } = pass;
  const { name = '', arn = '', homeRegion = '' } = trail ?? {};
  const { baseline } = standing;
  return {
    name,
    arn,
    homeRegion,
    verdict: verdictOf(pass, drifts),
    guarded: standing.guarded,
    because: standing.because,
    isLogging: isGone ? false : status.read ? isLogging(status.value) : null,
    baseline: baseline && {
      version: baseline.version,
      approval: baseline.approval,
      mode: modes.get(arn) ?? null,
    },
    drifts: drifts.map((drift) => ({ ...drift, technique: techniqueIdOf(drift, guard) })),
    unread,
    elsewhere: baseline ? elsewhereOf(baseline.parts.trail) : [],
    calls: causesOf(pass).map((call) => ({
      eventName: call.eventName,
      at: new Date(call.at).toISOString(),
      by: call.actor.name,
      arn: call.actor.arn,
      sourceIp: call.sourceIp,
      eventId: call.eventId,
    })),
  };
}

/** A call that did two things was looked for twice. */
function causesOf({ calls, findings }: TrailPass): readonly ApiCall[] {
  const causes = calls.filter(({ call }) =>
    findings.some(({ drift, eventId }) => drift !== null && eventId === call.eventId),
  );
  return [...new Map(causes.map(({ call }) => [call.eventId, call])).values()];
}

/** What is not weaker is nobody's technique. */
const techniqueIdOf = (drift: Drift, { techniques }: Guard): string | null =>
  (drift.class === 'weaker' ? techniqueOf(drift, techniques)?.id : null) ?? null;

function verdictOf({ standing, unread }: TrailPass, drifts: readonly Drift[]): Verdict {
  if (!standing.guarded) return 'not-guarded';
  if (isWeaker(drifts)) return 'drifted';
  return unread.length > 0 ? 'undetermined' : 'intact';
}
