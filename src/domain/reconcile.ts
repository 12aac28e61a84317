import type { Guard } from './guard.ts';
import { isAttempt, type JudgedCall } from './judgement.ts';
import { lookAt, lookAtMissing, type TrailPass } from './look.ts';
import type { ApiCall, Signal } from './signal.ts';
import { readPart } from './snapshot.ts';
import type { StepResult } from './step.ts';
import { tellAttempts, tellEarlierAttempts } from './tell-attempts.ts';
import { tellCoverage } from './tell-coverage.ts';
import { tellEarlierCalls, tellTrail } from './tell-trail.ts';
import type { Telling } from './telling.ts';
import { trailOfCall } from './trail.ts';

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
  const { ports } = guard;
  const calls = judgeCalls(signals, guard);
  const trails = await ports.trails.listTrails();
  const readDeployedAt = once(async () => {
    const part = await readPart(ports.readDeploymentTime);
    return part.read ? part.value : undefined;
  });
  const known = await Promise.all(
    trails.map((trail) => {
      const ofTrail = calls.filter(({ call }) => trailOfCall(trails, call) === trail);
      const earlySteps = early.filter(({ trailArn }) => trailArn === trail.arn);
      return lookAt(trail, ofTrail, earlySteps, readDeployedAt, guard);
    }),
  );
  const ofNone = calls.filter(({ call }) => !trailOfCall(trails, call));
  const former = ports.trails.listFormerTrails();
  const byFormer = Map.groupBy(ofNone, ({ call }) => trailOfCall(former, call) ?? null);
  const missing = [...byFormer].map(([trail, ofTrail]) => lookAtMissing(trail, ofTrail));
  const passes = [...known, ...missing];
  const tellings = await tellAll(passes, calls, signals, guard);
  return { trails: known, tellings, undetermined: known.filter(isUndetermined) };
}

function judgeCalls(signals: readonly Signal[], { judge, settings }: Guard): readonly JudgedCall[] {
  const byEventId = new Map<string, ApiCall>();
  for (const signal of signals) if (signal.kind === 'api-call') byEventId.set(signal.eventId, signal);
  return [...byEventId.values()].map((call) => ({
    call,
    judgement: judge(call),
    // Anything else that its role does, somebody else does with it.
    isGuardsOwn: call.actor.roleArn === settings.roleArn && call.eventName === 'StartLogging',
  }));
}

async function tellAll(
  passes: readonly TrailPass[],
  calls: readonly JudgedCall[],
  signals: readonly Signal[],
  guard: Guard,
): Promise<readonly Telling[]> {
  const securityFindings = signals.filter((signal) => signal.kind === 'security-finding');
  const isSweep = signals.some(({ kind }) => kind === 'tick' || kind === 'deployment');
  const tellings: Telling[] = [];
  for (const pass of passes) {
    // What goes wrong over one trail takes no other with it.
    tellings.push(...(await tellTrail(pass, { securityFindings, isSweep }, guard).catch(asFailed)));
  }
  tellings.push(...(await tellAttempts(calls.filter(isAttempt), guard)));
  if (!isSweep) return tellings;
  tellings.push(...(await tellEarlierCalls(guard)));
  tellings.push(...(await tellEarlierAttempts(guard)));
  tellings.push(...(await tellCoverage(passes, guard)));
  return tellings;
}

const asFailed = (error: unknown): readonly Telling[] => [
  {
    end: 'failed',
    report: null,
    reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  },
];

/** A refusal is final; anything else that leaves a guarded trail unproven is worth another look. */
const isUndetermined = ({ standing, status, steps, isLit }: TrailPass) =>
  standing.guarded && (!status.read || (!isLit && steps.some(({ result }) => result !== 'refused')));

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
