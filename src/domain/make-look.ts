import { awaitApproval } from './baseline/await-approval.ts';
import type { Baseline } from './baseline/baseline.ts';
import { canHaveMade } from './baseline/changed-parts.ts';
import type { Change } from './baseline/waiting-change.ts';
import type { Drift } from './drift.ts';
import type { Guard } from './guard.ts';
import { inTime } from './in-time.ts';
import type { Knowledge } from './knowledge.ts';
import type { Look } from './look.ts';
import { isAbout, type SortedCall } from './sort-calls.ts';
import { standingBySettings, standingOfRetired } from './standing.ts';
import type { StepResult } from './step.ts';
import type { Depth } from './take-snapshot.ts';
import type { Trail } from './trail.ts';
import { noteRestore } from './untold-restore.ts';
import { holdBack, isAboveFloor } from './window/hold-back.ts';
import type { Windows } from './window/windows.ts';

/** What a pass knows when it looks at its trails. */
export interface LookProps {
  readonly calls: readonly SortedCall[];
  readonly early: readonly StepResult[];
  readonly isSweep: boolean;
  readonly looksAtAll: boolean;
  readonly baselines: readonly Baseline[];
  readonly knowledge: Knowledge;
  /** Changes that wait to be confirmed. */
  readonly waiting: readonly Change[];
  readonly readDeployedAt: Look['readDeployedAt'];
  readonly windows: () => Promise<Windows>;
  /** A change that an approved principal has just made may not be known yet. */
  readonly mayWait: boolean;
}

/** Why and how one trail is looked at. */
export function makeLook(trail: Trail, props: LookProps, guard: Guard): Look {
  const { early, isSweep, looksAtAll, knowledge, readDeployedAt, windows } = props;
  const baseline = props.baselines.find((known) => known.trail.arn === trail.arn) ?? null;
  const own = props.calls.filter(({ about }) => isAbout(about, trail.arn));
  const isUnfinished = knowledge.isImpaired(trail.arn) || knowledge.untoldOf(trail.arn).length > 0;
  return {
    standing: standingBySettings(trail, guard.settings, baseline),
    calls: own.map(({ judged }) => judged),
    early: early.filter(({ trailArn }) => trailArn === trail.arn),
    depth: looksAtAll || isUnfinished ? 'all' : depthFor(own),
    repairedAt: knowledge.repairedAt(trail.arn),
    readDeployedAt,
    noteRestore: (restore) =>
      noteRestore(trail.arn, knowledge.incidentEntryOf(trail.arn), restore, guard.ports),
    async holdBack(drifts) {
      const { open } = await windows();
      const window = open.find((one) => one.window.trailArn === trail.arn) ?? null;
      const confirming = props.waiting.filter(({ trailArn }) => trailArn === trail.arn);
      const reasons = {
        trailArn: trail.arn,
        window,
        confirming,
        isSweep,
        baseline,
        isUnvouched: knowledge.isUnvouched(trail.arn),
      };
      return holdBack(drifts, reasons, guard);
    },
    async awaitApproval(drifts) {
      const isSoon = props.mayWait && !knowledge.isImpaired(trail.arn);
      if (!baseline || !isSoon || !mayBeApproved(drifts, own)) return null;
      const news = await inTime(
        guard.ports.clock,
        NEWS_WITHIN_MS,
        () => awaitApproval(drifts, baseline, guard),
        null,
      );
      if (!news) return null;
      const { baseline: ruling, waiting } = news;
      const look = makeLook(trail, { ...props, baselines: [ruling], waiting, mayWait: false }, guard);
      return ruling.state === 'retired' ? { ...look, standing: standingOfRetired(ruling) } : look;
    },
  };
}

/** Nobody may keep a setting from being put back by using up what event history or the store answers. */
const NEWS_WITHIN_MS = 15_000;

/** Nothing below the floor is waited over, and nothing of which we know who did it. */
const mayBeApproved = (drifts: readonly Drift[], own: readonly SortedCall[]): boolean =>
  drifts.every(isAboveFloor) &&
  drifts.some((drift) => !own.some(({ judged: { call } }) => !call.error && canHaveMade(call, drift)));

/** No more is read than what the calls can have changed; the sweep reads the rest. */
function depthFor(all: readonly SortedCall[]): Depth {
  const calls = all.filter(({ judged }) => !judged.isGuardsOwn);
  if (calls.some(({ about }) => about.kind === 'dependency')) return 'all';
  const isOnOff = ({ judged: { call } }: SortedCall) => /^(Start|Stop)Logging$/.test(call.eventName);
  if (calls.some(({ judged: { call } }) => call.eventName === 'DeleteTrail')) return 'all';
  return calls.every(isOnOff) ? 'status' : 'trail';
}
