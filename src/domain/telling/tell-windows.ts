import { parseArn } from '../arn.ts';
import type { Guard } from '../guard.ts';
import { isChange } from '../judgement.ts';
import type { TrailPass } from '../trail-pass.ts';
import type { MaintenanceWindow } from '../window/window.ts';
import type { OpenWindow, RefusedWindow, Windows } from '../window/windows.ts';
import type { WindowReport } from './report.ts';
import { readEntry, type Telling, type Told, tell, untilOurs } from './telling.ts';
import { headerOf, incidentIdOf, reportCalls, reportDrifts } from './trail-report.ts';

/** The window of a trail that people were told of. */
interface ToldWindow {
  readonly openedAt: number;
  readonly window: MaintenanceWindow | null;
  readonly by: string | null;
  /** Why it does not count; null for one that does. */
  readonly why: string | null;
  readonly state: 'open' | 'closed' | 'refused';
  /** Paths of what was left as it is because of it, and told. */
  readonly usedFor: readonly string[];
}

/** Tells that windows were opened, and that they are over. */
export async function tellWindows(
  { open, refused, isRead }: Windows,
  guard: Guard,
): Promise<readonly Telling[]> {
  if (!isRead) return [];
  const tellings: Telling[] = [];
  const all = [...open.map(asOpen), ...refused.map(asRefused)];
  for (const [trailArn, now] of all) tellings.push(...(await tellOne(trailArn, now, guard)));
  for (const { id } of await guard.ports.ledger.list<Told<ToldWindow>>('window')) {
    if (!all.some(([trailArn]) => trailArn === id)) tellings.push(...(await tellOne(id, null, guard)));
  }
  return tellings;
}

const asOpen = ({ window, by, openedAt }: OpenWindow): readonly [string, ToldWindow] => [
  window.trailArn,
  { openedAt, window, by, why: null, state: 'open', usedFor: [] },
];

const asRefused = ({ trailArn, by, why, openedAt }: RefusedWindow): readonly [string, ToldWindow] => [
  trailArn || 'unknown',
  { openedAt, window: null, by, why, state: 'refused', usedFor: [] },
];

const tellOne = (trailArn: string, now: ToldWindow | null, guard: Guard): Promise<readonly Telling[]> =>
  untilOurs(guard.ports, async () => {
    const { entry, leftOver } = await readEntry(guard.ports, 'window', trailArn, isToldWindow);
    const before = entry.state;
    if (!now && before?.state !== 'open') return leftOver;
    if (now && before && before.state === now.state && before.openedAt === now.openedAt) return leftOver;
    const next: ToldWindow = now ?? ({ ...before, state: 'closed' } as ToldWindow);
    return [...leftOver, await tell(guard.ports, guard.settings, entry, next, report(trailArn, next, guard))];
  });

/** Tells what was left as it is because of a window: each difference once. */
export async function tellUseOfWindow(pass: TrailPass, guard: Guard): Promise<readonly Telling[]> {
  const { window, trail } = pass;
  if (!window || !trail) return [];
  return untilOurs(guard.ports, async () => {
    const { entry, leftOver } = await readEntry(guard.ports, 'window', trail.arn, isToldWindow);
    const told = entry.state?.openedAt === window.openedAt ? entry.state.usedFor : [];
    const paths = pass.drifts.map(({ path }) => path);
    if (paths.every((path) => told.includes(path))) return leftOver;
    const [, opened] = asOpen(window);
    const now: ToldWindow = { ...opened, usedFor: [...new Set([...told, ...paths])] };
    const use = {
      ...report(trail.arn, now, guard),
      event: 'used',
      drifts: reportDrifts(pass),
      calls: reportCalls(pass.calls.filter(isChange)),
    } as const;
    return [...leftOver, await tell(guard.ports, guard.settings, entry, now, use)];
  });
}

function report(trailArn: string, { state, window, by, why }: ToldWindow, guard: Guard): WindowReport {
  const name = parseArn(trailArn)?.resource.split('/')[1] ?? trailArn;
  const homeRegion = parseArn(trailArn)?.region ?? guard.settings.region;
  return {
    ...headerOf(guard),
    kind: 'window',
    incidentId: incidentIdOf(`${name}-window`, guard.ports.clock.now()),
    severity: state === 'refused' ? 'high' : 'info',
    trail: { name, arn: trailArn, homeRegion },
    event: state === 'open' ? 'opened' : state,
    window,
    by,
    why,
    drifts: [],
    calls: [],
  };
}

const isToldWindow = (value: unknown): value is ToldWindow => {
  const { openedAt, state, usedFor } = (value ?? {}) as Partial<ToldWindow>;
  return (
    typeof openedAt === 'number' &&
    ['open', 'closed', 'refused'].includes(state ?? '') &&
    Array.isArray(usedFor)
  );
};
