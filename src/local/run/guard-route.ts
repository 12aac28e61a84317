import type { ExtraRoute } from '../endpoint/serve.ts';
import type { World } from '../endpoint/world.ts';
import type { Fields } from './attacks/connect.ts';
import { watchGuard } from './attacks/guard-watch.ts';

/** What the guard of a world has done, from some point on. */
export interface GuardSeen {
  /** A function runs, or something has just moved: more may come. */
  readonly isBusy: boolean;
  readonly changes: readonly { readonly call: string; readonly at: number }[];
  readonly reports: readonly Fields[];
}

const MOVES = ['call', 'recorded', 'matched', 'invoked', 'returned', 'delivered'] as const;
const QUIET_AFTER_MS = 300;

/**
 * The guard's doing as JSON, for whoever watches it from another process: `/guard?changes=2&reports=1` leaves out the first two
 * changes and the first report.
 */
export function guardRoute(world: World): ExtraRoute {
  const seen = watchGuard(world);
  const isBusy = watchMoves(world);
  return {
    method: 'GET',
    prefix: '/guard',
    handle({ url = '' }, response) {
      const { searchParams } = new URL(url, 'http://127.0.0.1');
      const after = (name: string) => Number(searchParams.get(name) ?? 0) || 0;
      const answer: GuardSeen = {
        isBusy: isBusy(),
        changes: seen.changes.slice(after('changes')),
        reports: seen.reports.slice(after('reports')),
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    },
  };
}

function watchMoves(world: World): () => boolean {
  let running = 0;
  let movedAt = 0;
  for (const name of MOVES) world.on(name, () => (movedAt = performance.now()));
  world.on('invoked', () => running++);
  world.on('returned', () => running--);
  return () => running > 0 || performance.now() - movedAt < QUIET_AFTER_MS;
}
