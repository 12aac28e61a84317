import type { Baseline } from './baseline/baseline.ts';
import { overlayRequest } from './canonical/overlay-request.ts';
import { compareDeclared } from './compare/compare.ts';
import { isCallOf, techniqueOf } from './detect.ts';
import type { Guard } from './guard.ts';
import type { JudgedCall, Judgement } from './judgement.ts';
import { RESTORING_CALLS } from './restoring-call.ts';
import { worstSeverity } from './severity.ts';
import type { ApiCall, Signal } from './signal.ts';
import { type Trail, trailOfCall } from './trail.ts';

/** Every call once, with what it is: by its record alone, or against the baseline of the trail it names. */
export function judgeCalls(
  signals: readonly Signal[],
  trails: readonly Trail[],
  baselines: readonly Baseline[],
  guard: Guard,
): readonly JudgedCall[] {
  const byEventId = new Map<string, ApiCall>();
  for (const signal of signals) if (signal.kind === 'api-call') byEventId.set(signal.eventId, signal);
  return [...byEventId.values()].map((call) => {
    const arn = trailOfCall(trails, call)?.arn;
    const baseline = baselines.find(({ trail, state }) => state === 'guarded' && trail.arn === arn);
    return {
      call,
      judgement: (baseline && judgeAgainst(baseline, call, guard)) ?? guard.judge(call),
      isGuardsOwn: isGuardsOwn(call, guard),
    };
  });
}

/** Anything but putting back that its role does, somebody else does with it. */
export const isGuardsOwn = ({ actor, eventName }: ApiCall, { settings }: Guard): boolean =>
  actor.roleArn === settings.roleArn && OWN_CALLS.has(eventName);

/** CloudTrail writes some of S3's calls under older names. */
const OWN_CALLS: ReadonlySet<string> = new Set([
  ...Object.keys(RESTORING_CALLS),
  'PutBucketLifecycle',
  'PutBucketEncryption',
  'PutBucketNotification',
  'PutBucketReplication',
  'PutBucketPublicAccessBlock',
  'PutBucketObjectLockConfiguration',
  'PutParameter',
]);

/**
 * What the call alone would make of the trail as it was approved: a console's save that repeats every field impairs nothing then,
 * and one that hides a change among them does. Undefined when the record does not say what the call set.
 */
function judgeAgainst(
  baseline: Baseline,
  call: ApiCall,
  { judge, techniques }: Guard,
): Judgement | undefined {
  const made = overlayRequest(baseline.parts, call);
  if (!made) return;
  const drifts = compareDeclared(made, baseline).filter((drift) => drift.class === 'weaker');
  const shown = drifts.flatMap((drift) => techniqueOf(drift, techniques) ?? []);
  const severity = worstSeverity(shown.map((technique) => technique.severity));
  const worst = shown.find((technique) => technique.severity === severity);
  const byRecord = judge(call);
  // A technique that many changes in one call make up is shown by the call, not by one drift.
  const combined = techniques.find(({ id }) => id === byRecord.techniqueId);
  if (worst && combined && combined.drift.length === 0 && isCallOf(combined, call)) return byRecord;
  if (!worst)
    return {
      ...byRecord,
      techniqueId: null,
      severity: 'info',
      done: 'set the trail as it is approved',
      evidence: null,
      restore: [],
    };
  return {
    techniqueId: worst.id,
    severity,
    done: worst.done,
    evidence: drifts
      .map((drift) => drift.evidence ?? `${drift.path} is set to ${JSON.stringify(drift.actual)}`)
      .join('; '),
    restore: worst.restore,
    subject: worst.subject,
  };
}
