import { readAsBaseline } from '../../domain/baseline/adopt.ts';
import type { Approval, Baseline } from '../../domain/baseline/baseline.ts';
import { floorMistakes } from '../../domain/baseline/baseline-floor.ts';
import { findWeaknesses, type Weakness } from '../../domain/baseline/baseline-weaknesses.ts';
import { compareDeclared } from '../../domain/compare/compare.ts';
import type { Drift } from '../../domain/drift.ts';
import type { Parts } from '../../domain/parts.ts';
import type { Trail } from '../../domain/trail.ts';
import { NotDoneError } from '../exit-codes.ts';
import { readRecordedParts } from '../incidents/read-episodes.ts';
import { chooseTrail } from '../live/choose-trail.ts';
import type { Live } from '../live/connect.ts';
import { runLive } from '../live/run-live.ts';
import { lookAtTrails } from '../trails/look-at-trails.ts';
import { approvalBy } from './approval-by.ts';
import { chooseDrifts } from './choose-drifts.ts';
import { type KnownBaseline, readKnownBaseline } from './known-baseline.ts';
import { moveDrifts } from './move-drift.ts';
import { type BaselineFlags, type Proposal, storeProposal } from './store-proposal.ts';

export interface ApproveFlags extends BaselineFlags {
  readonly path?: readonly string[];
  readonly all: boolean;
}

/** Makes recorded differences a part of the baseline. */
export const approve = (flags: ApproveFlags): Promise<void> =>
  runLive(flags, async (live) => {
    const trail = await chooseTrail(flags.trail, live);
    return storeProposal(live, await proposeApproval(live, trail, flags), flags);
  });

/** @throws UsageError when it is not said what is approved, NotDoneError when nothing can be */
export async function proposeApproval(
  live: Live,
  trail: Trail,
  flags: Pick<ApproveFlags, 'path' | 'all' | 'reason'> & { readonly yes?: boolean },
): Promise<Proposal> {
  const known = await readKnownBaseline(live, trail);
  const ruling = rulingOf(known);
  const { present, drifts: ofToday } = await lookForDrifts(live, trail);
  // What the guard has put back is recorded: approving it lets the change be made again.
  const recorded = await readRecordedParts(live, trail);
  const drifts = [...ofToday, ...recordedDrifts(recorded, ruling, ofToday)];
  const wanted = chooseDrifts(drifts, flags, trail.name);
  const approval = approvalBy(live, 'approve', flags.reason);
  const today = (await readAsBaseline(present, approval, known.nextVersion, known.guard)).baseline;
  const isOfToday = (drift: Drift) => ofToday.includes(drift);
  const first = moveDrifts(ruling.parts, today.parts, wanted.filter(isOfToday));
  const then = moveDrifts(
    first.parts,
    { ...today.parts, ...recorded },
    wanted.filter((drift) => !isOfToday(drift)),
  );
  const { parts } = then;
  // What was put back differs no more today: whether it still would is asked of what was recorded.
  const leftOf = (approved: Baseline) => [
    ...compareDeclared(today.parts, approved),
    ...compareDeclared({ ...today.parts, ...recorded }, approved),
  ];
  const notMoved = [...first.notMoved, ...then.notMoved];
  if (notMoved.length === wanted.length)
    throw new NotDoneError(`Nothing can be approved. ${notMoved.join(' ') || 'Nothing differs.'}`);
  const after = approved(ruling, today, { parts, approval, version: known.nextVersion });
  return {
    known,
    after,
    weaknesses: newWeaknesses(ruling, after),
    unread: [],
    warnings: [...notMoved, ...alsoApproved(wanted, drifts, leftOf(after))],
    question: `Approve this for ${trail.name}?`,
  };
}

/** Differences that incidents found and that are no more. */
const recordedDrifts = (recorded: Parts, ruling: Baseline, ofToday: readonly Drift[]): readonly Drift[] =>
  compareDeclared(recorded, ruling).filter(({ path }) => !ofToday.some((drift) => drift.path === path));

function rulingOf({ ruling, trail: { name } }: KnownBaseline): Baseline {
  if (ruling && ruling.state !== 'retired') return ruling;
  throw new NotDoneError(`${name} has no baseline: trailkeeper baseline adopt --trail ${name}`);
}

async function lookForDrifts(live: Live, trail: Trail) {
  const { name } = trail;
  const [pass] = (await lookAtTrails(live, 'look', trail)).passes;
  if (pass?.trail && !pass.isGone) return { present: pass.trail, drifts: pass.drifts };
  throw new NotDoneError(`${name} does not exist any more: trailkeeper baseline retire --trail ${name}`);
}

/** @throws NotDoneError below the floor */
function approved(
  ruling: Baseline,
  today: Baseline,
  moved: { readonly parts: Baseline['parts']; readonly approval: Approval; readonly version: number },
): Baseline {
  const isSameBucket = moved.parts.trail.S3BucketName === ruling.parts.trail.S3BucketName;
  const { bucketOwner } = isSameBucket ? ruling : today;
  const after = { ...ruling, ...moved, bucketOwner };
  const mistakes = floorMistakes(after);
  if (mistakes.length === 0) return after;
  throw new NotDoneError(`No baseline may say that: ${mistakes.join('; ')}.`);
}

/** What stops to differ though nobody named it: parts that are compared by their meaning move as a whole. */
function alsoApproved(
  wanted: readonly Drift[],
  drifts: readonly Drift[],
  left: readonly Drift[],
): readonly string[] {
  const isOver = ({ path }: Drift) => !left.some((drift) => drift.path === path);
  const isOfParts = ({ path }: Drift) => !/^(status|delivery)\b/.test(path);
  const also = drifts.filter((drift) => !wanted.includes(drift) && isOfParts(drift) && isOver(drift));
  if (also.length === 0) return [];
  return [
    `By that you also approve: ${also.map(({ path, class: kind }) => `${path} (${kind})`).join(', ')}.`,
  ];
}

function newWeaknesses(before: Baseline, after: Baseline): readonly Weakness[] {
  const weaknessesOf = ({ parts, trail }: Baseline) => findWeaknesses(parts, trail.accountId);
  const keyOf = ({ path, what }: Weakness) => `${path} ${what}`;
  const known = weaknessesOf(before).map(keyOf);
  return weaknessesOf(after).filter((weakness) => !known.includes(keyOf(weakness)));
}
