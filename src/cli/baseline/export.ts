import { exportBaseline } from '../../domain/baseline/baseline-import.ts';
import { EXIT, NotDoneError } from '../exit-codes.ts';
import { chooseTrail } from '../live/choose-trail.ts';
import type { LiveFlags } from '../live/live-flags.ts';
import { runLive } from '../live/run-live.ts';
import { printable } from '../printable.ts';
import { say } from '../terminal.ts';
import { readKnownBaseline } from './known-baseline.ts';

/** Prints the baseline that rules, as `baseline import` takes it. */
export const exportVerb = (flags: LiveFlags & { readonly trail?: string }): Promise<void> =>
  runLive(flags, async (live) => {
    const trail = await chooseTrail(flags.trail, live);
    const { ruling } = await readKnownBaseline(live, trail);
    if (!ruling) throw new NotDoneError(`No approved baseline of ${trail.name} is stored.`);
    for (const line of exportBaseline(ruling).trimEnd().split('\n')) say(printable(line));
    return EXIT.good;
  });
