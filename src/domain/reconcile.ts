import { adoptAtDeployment } from './baseline/adopt-at-deployment.ts';
import { approveChanges } from './baseline/approve-changes.ts';
import type { Baseline } from './baseline/baseline.ts';
import { explainDrift } from './explain-drift.ts';
import type { Guard } from './guard.ts';
import { inTime } from './in-time.ts';
import { isGuardsOwn } from './judge-calls.ts';
import { isStopping, isTampering, type JudgedCall } from './judgement.ts';
import { learn, NOTHING_KNOWN } from './knowledge.ts';
import { type Look, lookAt, lookAtGone } from './look.ts';
import { makeLook } from './make-look.ts';
import { isOwnPart } from './own-parts.ts';
import { passOverOthers } from './pass-over-others.ts';
import { dependsOn } from './relevance.ts';
import type { Signal } from './signal.ts';
import { readPart } from './snapshot.ts';
import { isAbout, sortCalls } from './sort-calls.ts';
import { trailOf } from './standing.ts';
import type { StepResult } from './step.ts';
import { tellAll } from './telling/tell-all.ts';
import type { Telling } from './telling/telling.ts';
import type { Trail } from './trail.ts';
import type { TrailPass } from './trail-pass.ts';
import { judgeUnguardedLives } from './unguarded-life.ts';
import { readWindows, type Windows } from './window/windows.ts';
import { withUntold } from './with-untold.ts';

/** What one pass over all trails saw and did. */
export interface Pass {
  readonly trails: readonly TrailPass[];
  readonly tellings: readonly Telling[];
  /** Trails whose restart is not proven yet, or whose status could not be read: look again soon. */
  readonly undetermined: readonly TrailPass[];
}

/**
 * One pass: read, compare, plan, restore, verify every trail; then record and tell. Signals say why we look and who did
 * what; what is done follows from the state.
 * @param early steps that the fast path already carried out
 * @throws whatever reading the list of trails throws: without it nothing is known
 */
export async function reconcile(
  signals: readonly Signal[],
  early: readonly StepResult[],
  guard: Guard,
): Promise<Pass> {
  // A refused step of the guard's own comes back as an event: looked at again for it, it would be refused again, without end.
  if (signals.length > 0 && signals.every((signal) => isOwnCall(signal, guard))) return NOTHING_TO_DO;
  const { ports } = guard;
  const readDeployedAt = once(async () => {
    const part = await readPart(ports.readDeploymentTime);
    return part.read ? part.value : undefined;
  });
  const [trails, known] = await Promise.all([
    ports.trails.listTrails(),
    inTime(ports.clock, LEARN_WITHIN_MS, () => learn(guard), NOTHING_KNOWN),
  ]);
  const isSweep = signals.some(({ kind }) => kind === 'tick' || kind === 'deployment');
  const looksAtAll = isSweep || signals.some((signal) => isReasonToLookAtAll(signal, known.baselines, guard));
  const adopted = await adoptAtDeployment(signals, trails, known, readDeployedAt, guard).catch(() => []);
  const knowledge = { ...known, baselines: [...known.baselines, ...adopted] };
  const everyTrail = [...trails, ...missingFrom(trails, knowledge.baselines).map(trailOf)];
  const sorted = sortCalls(signals, everyTrail, knowledge.baselines, guard);
  const approvals = await inTime(
    ports.clock,
    APPROVE_WITHIN_MS,
    () => approveChanges(sorted, trails, knowledge.baselines, guard),
    { baselines: knowledge.baselines, approved: [], waiting: [] },
  );
  const { baselines } = approvals;
  // Judged once more: what was approved meanwhile is no tampering.
  const calls = sortCalls(signals, everyTrail, baselines, guard);
  const windows = once(() => inTime(ports.clock, WINDOWS_WITHIN_MS, () => readWindows(guard), NO_WINDOWS));
  const lookOf = (trail: Trail): Look =>
    makeLook(
      trail,
      {
        calls,
        early,
        isSweep,
        looksAtAll,
        baselines,
        knowledge,
        waiting: approvals.waiting,
        readDeployedAt,
        windows,
        mayWait: guard.settings.approvedPrincipals.length > 0,
      },
      guard,
    );
  const isLookedAt = ({ trail: { arn } }: Baseline) =>
    looksAtAll || known.isImpaired(arn) || calls.some(({ about }) => isAbout(about, arn));
  const missing = missingFrom(trails, baselines).filter(isLookedAt);
  const seen = await Promise.all([
    ...trails.map((trail) => lookAt(trail, lookOf(trail), guard)),
    ...missing.map((baseline) => lookAtAbsent(baseline, lookOf(trailOf(baseline)), guard)),
  ]);
  const looked = seen.map((pass) => withUntold(pass, known.untoldOf(pass.trail?.arn ?? ''), guard));
  const explained = looksAtAll
    ? await Promise.all(
        looked.map((pass) => explainInTime(pass, { ...knowledge, baselines, windows }, guard)),
      )
    : looked;
  const others = [...explained, ...passOverOthers(calls, guard)];
  const passes = await judgeUnguardedLives(others, baselines, guard).catch(() => others);
  const ours = calls.filter(({ about }) => about.kind !== 'nothing').map(({ judged }) => judged);
  const told = {
    calls: ours,
    signals,
    isSweep,
    judged: knowledge.judged,
    approved: approvals.approved,
    windows,
  };
  const tellings = await tellAll(passes, told, guard);
  return { trails: explained, tellings, undetermined: explained.filter(isUndetermined) };
}

/** People are told in any case, with who it was when event history says so in time. */
const explainInTime = (pass: TrailPass, knowledge: Parameters<typeof explainDrift>[1], guard: Guard) =>
  inTime(guard.ports.clock, EXPLAIN_WITHIN_MS, () => explainDrift(pass, knowledge, guard), pass);

/** Nobody may keep a trail dark, or people from hearing of it, by making these slow. */
const EXPLAIN_WITHIN_MS = 10_000;
const LEARN_WITHIN_MS = 5_000;
const APPROVE_WITHIN_MS = 8_000;
const WINDOWS_WITHIN_MS = 2_000;

const NO_WINDOWS: Windows = { open: [], refused: [], isRead: false };

const NOTHING_TO_DO: Pass = { trails: [], tellings: [], undetermined: [] };

const isOwnCall = (signal: Signal, guard: Guard): boolean =>
  signal.kind === 'api-call' && isGuardsOwn(signal, guard);

/** Everything but a call makes the guard look at every trail. Of what services tell, only what concerns a trail or the guard. */
function isReasonToLookAtAll(signal: Signal, baselines: readonly Baseline[], { settings }: Guard): boolean {
  if (signal.kind !== 'service-event') return signal.kind !== 'api-call';
  const { targets } = signal;
  return (
    baselines.some((baseline) => dependsOn(baseline, targets)) ||
    targets.some((target) => isOwnPart(target, settings))
  );
}

/** A trail that its Region's listing does not show may live in one Region only, and another than this. */
async function lookAtAbsent(baseline: Baseline, look: Look, guard: Guard): Promise<TrailPass> {
  const { arn, homeRegion } = baseline.trail;
  if (look.standing.isDestination) return lookAt(trailOf(baseline), look, guard);
  const found = await readPart(() => guard.ports.trails.findTrail(arn, homeRegion));
  if (found.read && found.value === null) return lookAtGone(baseline, look, guard);
  return lookAt((found.read && found.value) || trailOf(baseline), look, guard);
}

/** Trails that must be there, and that the listing does not show. */
const missingFrom = (trails: readonly Trail[], baselines: readonly Baseline[]): readonly Baseline[] =>
  baselines.filter(({ trail, state }) => state === 'guarded' && !trails.some(({ arn }) => arn === trail.arn));

/**
 * A refusal is final; anything else that leaves a guarded trail unproven is worth another look. So is a call that impairs and of which
 * the state shows nothing: reads lag behind writes.
 */
const isUndetermined = ({ standing, status, steps, isLit }: TrailPass) =>
  standing.guarded &&
  ((!status.read && !status.isElsewhere) || (!isLit && steps.some(({ result }) => result !== 'refused')));

/** Successful calls that impair, and of which the first read shows nothing: reads lag behind writes. */
export const isUnseen = ({ calls, findings, standing }: TrailPass): boolean =>
  standing.baseline !== null &&
  calls.some((judged) => isTampering(judged) && !isStopping(judged) && isNotInState(judged, findings));

const isNotInState = ({ call }: JudgedCall, findings: TrailPass['findings']) =>
  !findings.some(({ drift, eventId }) => drift && eventId === call.eventId);

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
