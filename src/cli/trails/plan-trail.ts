import { parseArn } from '../../domain/arn.ts';
import { covers, techniqueOf } from '../../domain/detect.ts';
import type { Drift } from '../../domain/drift.ts';
import { isWithin, RESTORING_CALLS, type Tier } from '../../domain/restoring-call.ts';
import type { Step } from '../../domain/step.ts';
import type { TrailPass } from '../../domain/trail-pass.ts';
import type { GuardStack } from '../live/live-stack.ts';
import { type DescribedTrail, describeTrail } from './describe-trail.ts';
import { isGivenTo } from './given-to-guard.ts';
import type { Looked } from './look-at-trails.ts';

/** A trail, and what puts it back. */
export interface PlannedTrail extends DescribedTrail {
  readonly steps: readonly PlannedStep[];
  /** Why settings are left as they are for now. */
  readonly heldBack: string | null;
  /** What is weaker and no call puts back, each with what a person has to do. */
  readonly toDo: readonly { readonly path: string; readonly what: string }[];
}

export interface PlannedStep extends Step {
  readonly tier: Tier;
  /** Why the deployed guard does not do it by itself; null when it does. */
  readonly notByGuard: string | null;
}

/** What a restore in the caller's hands would do, in its order. @param pass of a look with the purpose `plan` */
export function planTrail(pass: TrailPass, looked: Looked, stack: GuardStack | null): PlannedTrail {
  const described = describeTrail(pass, looked);
  const { drifts, notTaken, heldBack } = pass;
  const mode = described.baseline?.mode ?? stack?.mode ?? null;
  const left = drifts.filter((drift) => isLeft(drift, notTaken));
  return {
    ...described,
    steps: notTaken.map((step) => ({
      ...step,
      tier: RESTORING_CALLS[step.call].tier,
      notByGuard: whyNotByGuard(step, stack, mode) ?? whyNotHere(step, looked),
    })),
    heldBack,
    toDo: heldBack === null ? left.map((drift) => toDoOf(drift, looked)) : [],
  };
}

function whyNotByGuard(step: Step, stack: GuardStack | null, mode: string | null): string | null {
  const { tier } = RESTORING_CALLS[step.call];
  if (!stack) return 'no guard is deployed here';
  if (mode === 'notify') return 'the mode is notify: the guard changes nothing';
  if (tier === 'operator') return 'it takes a person’s rights';
  if (!isWithin(stack.restoreScope, tier)) return `beyond RestoreScope ${stack.restoreScope}`;
  return isGivenTo(stack, step) ? null : 'its ARN is not among those given to the guard';
}

/** A log group that CloudTrail takes from nobody but its own account. */
function whyNotHere({ input }: Step, { guard }: Looked): string | null {
  const { CloudWatchLogsLogGroupArn: group } = input;
  const owner = typeof group === 'string' ? parseArn(group)?.accountId : undefined;
  const isHere = owner === undefined || owner === guard.settings.accountId;
  return isHere ? null : `its log group belongs to account ${owner}, which has to do it`;
}

const isLeft = ({ class: kind, path }: Drift, steps: readonly Step[]) =>
  kind === 'weaker' &&
  !steps.some(({ paths }) => paths.some((put) => covers(put, path) || covers(path, put)));

const toDoOf = (drift: Drift, { guard }: Looked) => ({
  path: drift.path,
  what:
    techniqueOf(drift, guard.techniques)?.toDo || 'Nothing puts it back: a person has to look at its cause.',
});
