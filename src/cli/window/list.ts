import { makeWindowStore } from '../../aws/window-store.ts';
import { parseArn } from '../../domain/arn.ts';
import { isJsonObject } from '../../domain/json.ts';
import { judgeWindow, type StoredWindow } from '../../domain/window/windows.ts';
import { readableTime } from '../../render/time.ts';
import { EXIT } from '../exit-codes.ts';
import { labelled, layColumns } from '../layout.ts';
import { type Live, liveJson } from '../live/connect.ts';
import type { LiveFlags } from '../live/live-flags.ts';
import { settingsOf } from '../live/live-settings.ts';
import { runLive } from '../live/run-live.ts';
import { printable } from '../printable.ts';
import { pc, say, sayJson } from '../terminal.ts';

/** A window, and whether it counts. */
export interface ListedWindow {
  readonly trail: string | null;
  readonly state: 'open' | 'over' | 'refused';
  /** Why it does not count. */
  readonly why: string | null;
  /** ISO 8601. */
  readonly until: string | null;
  readonly openedAt: string;
  readonly by: string | null;
  readonly reason: string | null;
  readonly coversStopLogging: boolean;
}

/** Lists the maintenance windows that are written down. */
export const list = (flags: LiveFlags): Promise<void> =>
  runLive(flags, async (live) => {
    const windows = await listWindows(live);
    if (flags.output === 'json') sayJson({ schema: 'trailkeeper.windows/1', ...liveJson(live), windows });
    else for (const line of windowLines(windows)) say(line);
    return EXIT.good;
  });

export async function listWindows(live: Live): Promise<readonly ListedWindow[]> {
  const stored = await makeWindowStore(live.connection).list();
  return stored.map((window) => describeWindow(window, live));
}

/** As the guard judges it; without a guard nobody is approved, and a window counts whoever opened it. */
function describeWindow(stored: StoredWindow, live: Live): ListedWindow {
  const { approvedPrincipals } = settingsOf(live);
  const [anyone = ''] = approvedPrincipals;
  const judged = judgeWindow(
    live.stack ? stored : { ...stored, writer: { read: true, value: anyone } },
    live.clock.now(),
    approvedPrincipals,
  );
  const content = isJsonObject(stored.content) ? stored.content : {};
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    trail: text(content.trailArn),
    state: !judged ? 'over' : 'window' in judged ? 'open' : 'refused',
    why: judged && 'why' in judged ? judged.why : null,
    until: text(content.until),
    openedAt: new Date(stored.at).toISOString(),
    by: stored.writer.read ? stored.writer.value : null,
    reason: text(content.reason),
    coversStopLogging: content.coversStopLogging === true,
  };
}

const HEAD = ['trail', 'state', 'until', 'covers'];
const PAINT = { open: pc.yellow, over: pc.dim, refused: pc.red } as const;

/** What people read of windows: a line each, and below it who opened it and why. */
function windowLines(windows: readonly ListedWindow[]): readonly string[] {
  if (windows.length === 0) return ['No maintenance window is written down.'];
  const [head = '', ...rows] = layColumns([HEAD, ...windows.map(rowOf)]);
  return [
    pc.dim(head),
    ...windows.flatMap(({ state, by, reason, why }, index) => [
      (rows[index] ?? '').replace(`  ${state}`, `  ${PAINT[state](state)}`),
      ...labelled('opened by', printable(by ?? 'unknown')),
      ...(reason ? labelled('reason', printable(reason)) : []),
      ...(why ? labelled('refused', printable(why)) : []),
    ]),
  ];
}

const rowOf = ({ trail, state, until, coversStopLogging }: ListedWindow): readonly string[] => [
  parseArn(trail ?? '')?.resource.split('/')[1] ?? trail ?? '?',
  state,
  until ? readableTime(until) : '?',
  coversStopLogging ? 'settings, StopLogging' : 'settings',
];
