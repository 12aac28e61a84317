import { readAsBaseline } from '../../domain/baseline/adopt.ts';
import type { Baseline } from '../../domain/baseline/baseline.ts';
import { findWeaknesses } from '../../domain/baseline/baseline-weaknesses.ts';
import { judgeDelivery } from '../../domain/compare/delivery-health.ts';
import { recordsSomething } from '../../domain/compare/event-selectors.ts';
import { readPart } from '../../domain/snapshot.ts';
import { isLogging, type Trail } from '../../domain/trail.ts';
import { NotDoneError } from '../exit-codes.ts';
import { chooseTrail } from '../live/choose-trail.ts';
import type { Live } from '../live/connect.ts';
import { runLive } from '../live/run-live.ts';
import { approvalBy } from './approval-by.ts';
import { readKnownBaseline } from './known-baseline.ts';
import { type BaselineFlags, type Proposal, storeProposal } from './store-proposal.ts';

export interface AdoptFlags extends BaselineFlags {
  readonly evenThoughWeak: boolean;
  readonly mode?: 'restore' | 'notify';
}

/** Makes a trail's state of today its baseline. */
export const adopt = (flags: AdoptFlags): Promise<void> =>
  runLive(flags, async (live) => {
    const trail = await chooseTrail(flags.trail, live);
    return storeProposal(live, await proposeAdoption(live, trail, flags), flags);
  });

/** @throws NotDoneError for a trail that is impaired as it is */
export async function proposeAdoption(
  live: Live,
  trail: Trail,
  flags: Pick<AdoptFlags, 'reason' | 'evenThoughWeak' | 'mode'>,
): Promise<Proposal> {
  const known = await readKnownBaseline(live, trail);
  const { guard, ruling, nextVersion } = known;
  const found = await guard.ports.trails.findTrail(trail.arn, trail.homeRegion);
  if (!found)
    throw new NotDoneError(`The trail ${trail.arn} does not exist (any more), so there is nothing to adopt.`);
  const approval = approvalBy(live, 'adopt', flags.reason);
  const { baseline, unread } = await readAsBaseline(found, approval, nextVersion, guard);
  const impairments = await impairmentsOf(found, baseline, guard);
  if (impairments.length > 0 && !flags.evenThoughWeak)
    throw new NotDoneError(
      `The trail ${trail.name} is not adopted as it is: ${impairments.join('; ')}. Repair it first, or say --even-though-weak.`,
    );
  const after: Baseline = {
    ...baseline,
    mode: flags.mode ?? ruling?.mode ?? null,
    organizationId: ruling?.organizationId ?? baseline.organizationId,
  };
  return {
    known,
    after,
    weaknesses: findWeaknesses(after.parts, after.trail.accountId),
    unread,
    warnings: impairments.map((impairment) => `impaired as it is: ${impairment}`),
    question: `Approve this as what ${trail.name} must be?`,
  };
}

/** What nobody would approve by mistake: it does not log, records nothing, or does not deliver. */
async function impairmentsOf(
  trail: Trail,
  { parts }: Baseline,
  { ports }: Parameters<typeof readAsBaseline>[3],
): Promise<readonly string[]> {
  const status = await readPart(() => ports.trails.readStatus(trail));
  if (!status.read) return [`its status could not be read: ${status.reason}`];
  const failing = judgeDelivery(status.value, { settings: parts.trail, now: ports.clock.now() });
  return [
    ...(isLogging(status.value) ? [] : ['it does not log']),
    ...(parts.eventSelectors && !recordsSomething(parts.eventSelectors)
      ? ['its selectors record nothing']
      : []),
    ...failing.map(({ evidence, path }) => evidence ?? path),
  ];
}
