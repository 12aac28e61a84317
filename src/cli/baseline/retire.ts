import { NotDoneError, UsageError } from '../exit-codes.ts';
import { chooseTrail } from '../live/choose-trail.ts';
import { runLive } from '../live/run-live.ts';
import { approvalBy } from './approval-by.ts';
import { readKnownBaseline } from './known-baseline.ts';
import { type BaselineFlags, storeProposal } from './store-proposal.ts';

export interface RetireFlags extends BaselineFlags {
  readonly reason: string;
}

/** Ends the guarding of a trail. */
export const retire = (flags: RetireFlags): Promise<void> =>
  runLive(flags, async (live) => {
    if (flags.reason.trim() === '')
      throw new UsageError('--reason must say why the trail is no longer guarded.');
    const trail = await chooseTrail(flags.trail, live);
    const known = await readKnownBaseline(live, trail);
    const { ruling, nextVersion } = known;
    if (!ruling)
      throw new NotDoneError(
        `${trail.name} has no approved baseline that could be retired. Without one, only its logging is guarded: leave it out of the stack’s parameters Trail1 to Trail5, or adopt it first.`,
      );
    if (ruling.state === 'retired')
      throw new NotDoneError(`The guarding of ${trail.name} has ended already.`);
    const after = {
      ...ruling,
      version: nextVersion,
      state: 'retired',
      approval: approvalBy(live, 'retire', flags.reason),
    } as const;
    const warnings = [
      `${trail.name} will no longer be guarded: whoever stops or changes it then is not told of.`,
    ];
    const question = `End the guarding of ${trail.name}?`;
    return storeProposal(live, { known, after, weaknesses: [], unread: [], warnings, question }, flags);
  });
