import { makeWindowWriter } from '../../aws/window-store.ts';
import type { MaintenanceWindow } from '../../domain/window/window.ts';
import { readableTime } from '../../render/time.ts';
import { EXIT, NotDoneError, UsageError } from '../exit-codes.ts';
import { labelled } from '../layout.ts';
import { chooseTrail } from '../live/choose-trail.ts';
import { describeLive, type Live, liveJson } from '../live/connect.ts';
import { askConsent } from '../live/consent.ts';
import type { ChangeFlags, LiveFlags } from '../live/live-flags.ts';
import { requireApproved, whyUnapproved } from '../live/require-approved.ts';
import { runLive } from '../live/run-live.ts';
import { printable } from '../printable.ts';
import { note, pc, say, sayJson } from '../terminal.ts';
import { AT_MOST_MS } from './duration.ts';
import { listWindows } from './list.ts';

export interface OpenFlags extends LiveFlags, ChangeFlags {
  readonly trail?: string;
  /** Milliseconds. */
  readonly for: number;
  readonly reason: string;
  readonly coversStopLogging: boolean;
  readonly evenThoughUnapproved: boolean;
}

/** The guard counts the four hours by AWS's clock. */
const CLOCKS_DIFFER_MS = 60_000;

/** Opens a maintenance window: until it is over, changes of a trail are told and not undone. */
export const open = (flags: OpenFlags): Promise<void> =>
  runLive(flags, async (live) => {
    if (flags.reason.trim() === '') throw new UsageError('--reason must say what is done in the window.');
    const trail = await chooseTrail(flags.trail, live);
    const window: MaintenanceWindow = {
      schema: 'trailkeeper.window/1',
      trailArn: trail.arn,
      until: new Date(live.clock.now() + Math.min(flags.for, AT_MOST_MS - CLOCKS_DIFFER_MS)).toISOString(),
      reason: flags.reason.trim(),
      coversStopLogging: flags.coversStopLogging,
    };
    await show(window, trail.name, live, flags);
    if (flags.dryRun) return end('dry-run', window, trail.name, live, flags);
    await requireApproved(live, flags);
    if (!(await askConsent('Open it?', flags))) {
      note('Nothing was changed.');
      return EXIT.failed;
    }
    await makeWindowWriter(live.connection).open(trail, window);
    await prove(window, live, flags);
    return end('opened', window, trail.name, live, flags);
  });

async function show(
  { until, reason, coversStopLogging }: MaintenanceWindow,
  name: string,
  live: Live,
  { dryRun, evenThoughUnapproved }: OpenFlags,
): Promise<void> {
  const unapproved = dryRun || evenThoughUnapproved ? await whyUnapproved(live) : null;
  const covers = coversStopLogging
    ? 'changes of settings AND StopLogging: the trail may stay dark'
    : 'changes of settings; a stopped trail is started again (--covers-stop-logging would allow that too)';
  const lines = [
    ...describeLive(live).map((line) => pc.dim(printable(line))),
    '',
    pc.bold(printable(name)),
    ...labelled('window', `until ${readableTime(until)}`),
    ...labelled('covers', covers),
    ...labelled('reason', printable(reason)),
    ...(unapproved?.split('\n').map(printable) ?? []),
    '',
  ];
  for (const line of lines) note(line);
}

/** Whether the guard will let it count: its clock and its approved principals decide, not ours. */
async function prove({ trailArn }: MaintenanceWindow, live: Live, flags: OpenFlags): Promise<void> {
  if (flags.evenThoughUnapproved) return;
  const written = (await listWindows(live)).find(({ trail }) => trail === trailArn);
  if (written && written.state !== 'open')
    throw new NotDoneError(
      `The window is written, and the guard does not let it count: ${written.why ?? written.state}.`,
    );
}

function end(
  result: 'opened' | 'dry-run',
  window: MaintenanceWindow,
  name: string,
  live: Live,
  { output }: OpenFlags,
): number {
  if (output === 'json')
    sayJson({ schema: 'trailkeeper.window-change/1', ...liveJson(live), result, window });
  else if (result === 'dry-run') say('Nothing was changed.');
  else
    say(
      `Open until ${readableTime(window.until)}. To end it earlier: trailkeeper window close --trail ${name}`,
    );
  return EXIT.good;
}
