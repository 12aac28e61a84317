import type { ApprovedChange } from '../baseline/approve-changes.ts';
import type { JudgedBaseline } from '../baseline/learn-baselines.ts';
import type { Guard } from '../guard.ts';
import { isAttempt, type JudgedCall } from '../judgement.ts';
import type { Signal } from '../signal.ts';
import type { TrailPass } from '../trail-pass.ts';
import type { Windows } from '../window/windows.ts';
import { tellAttempts, tellEarlierAttempts } from './tell-attempts.ts';
import { tellBaselines } from './tell-baselines.ts';
import { tellEarlierCalls } from './tell-calls.ts';
import { tellCoverage } from './tell-coverage.ts';
import { tellGaps } from './tell-gaps.ts';
import { tellNotices } from './tell-notices.ts';
import { tellTrail } from './tell-trail.ts';
import { tellUseOfWindow, tellWindows } from './tell-windows.ts';
import type { Telling } from './telling.ts';

interface Pass {
  readonly calls: readonly JudgedCall[];
  readonly signals: readonly Signal[];
  readonly isSweep: boolean;
  readonly judged: readonly JudgedBaseline[];
  readonly approved: readonly ApprovedChange[];
  readonly windows: () => Promise<Windows>;
}

/** Tells what a pass saw. What goes wrong over one thing takes no other with it. */
export async function tellAll(
  passes: readonly TrailPass[],
  { calls, signals, isSweep, judged, approved, windows }: Pass,
  guard: Guard,
): Promise<readonly Telling[]> {
  const securityFindings = signals.filter((signal) => signal.kind === 'security-finding');
  const approvedIds = new Set(approved.map(({ call }) => call.eventId));
  const tellings: Telling[] = [];
  const add = async (telling: Promise<readonly Telling[]>) => {
    tellings.push(...(await telling.catch(asFailed)));
  };
  // That a window was opened is told before its use.
  if (isSweep || passes.some(({ window }) => window)) await add(tellWindows(await windows(), guard));
  for (const pass of passes) {
    await add(tellTrail(pass, { securityFindings, isSweep, approvedIds }, guard));
    await add(tellUseOfWindow(pass, guard));
    await add(tellNotices(pass, isSweep, guard));
  }
  await add(tellBaselines(judged, approved, guard));
  await add(tellAttempts(calls.filter(isAttempt), guard));
  if (!isSweep) return tellings;
  await add(tellEarlierCalls(guard));
  await add(tellEarlierAttempts(guard));
  await add(tellCoverage(passes, guard));
  await add(tellGaps(guard));
  return tellings;
}

const asFailed = (error: unknown): readonly Telling[] => [
  {
    end: 'failed',
    report: null,
    reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  },
];
