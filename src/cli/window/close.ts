import { makeWindowWriter } from '../../aws/window-store.ts';
import { EXIT, NotDoneError } from '../exit-codes.ts';
import { chooseTrail } from '../live/choose-trail.ts';
import { describeLive, liveJson } from '../live/connect.ts';
import { askConsent } from '../live/consent.ts';
import type { ChangeFlags, LiveFlags } from '../live/live-flags.ts';
import { runLive } from '../live/run-live.ts';
import { printable } from '../printable.ts';
import { note, pc, say, sayJson } from '../terminal.ts';
import { listWindows } from './list.ts';

export type CloseFlags = LiveFlags & ChangeFlags & { readonly trail?: string };

/** Closes a maintenance window. Whoever may delete the parameter may: the trail is only guarded more. */
export const close = (flags: CloseFlags): Promise<void> =>
  runLive(flags, async (live) => {
    const { name, arn, homeRegion } = await chooseTrail(flags.trail, live);
    for (const line of describeLive(live)) note(pc.dim(printable(line)));
    const window = (await listWindows(live)).find(({ trail }) => trail === arn);
    if (!window) throw new NotDoneError(`No maintenance window of ${name} is written down.`);
    if (flags.dryRun) return end('dry-run');
    if (!(await askConsent(`Close the window of ${name} (${window.state})?`, flags))) {
      note('Nothing was changed.');
      return EXIT.failed;
    }
    await makeWindowWriter(live.connection).close({ name, homeRegion });
    return end('closed');

    function end(result: 'closed' | 'dry-run'): number {
      if (flags.output === 'json')
        sayJson({ schema: 'trailkeeper.window-change/1', ...liveJson(live), result, window });
      else
        say(
          result === 'dry-run'
            ? 'Nothing was changed.'
            : 'Closed: what still differs is put back at the next sweep.',
        );
      return EXIT.good;
    }
  });
