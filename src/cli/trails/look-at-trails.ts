import { reconcile } from '../../domain/reconcile.ts';
import type { BaselineReport } from '../../domain/telling/report.ts';
import type { Trail } from '../../domain/trail.ts';
import type { TrailPass } from '../../domain/trail-pass.ts';
import type { Live } from '../live/connect.ts';
import { type LiveGuard, makeLiveGuard, type Purpose } from '../live-guard.ts';

/** What one pass saw of the trails, and did. */
export interface Looked extends LiveGuard {
  readonly passes: readonly TrailPass[];
  /** Stored baselines that are not what was approved. */
  readonly baselineIncidents: readonly BaselineIncident[];
}

export type BaselineIncident = Pick<BaselineReport, 'trail' | 'event' | 'by' | 'why' | 'baseline'>;

const INCIDENTS: ReadonlySet<BaselineReport['event']> = new Set(['tampered', 'missing', 'unreadable']);

/** Looks at every trail, or at one, as the guard does at a sweep. */
export async function lookAtTrails(live: Live, purpose: Purpose, trail?: Trail): Promise<Looked> {
  const liveGuard = await makeLiveGuard(live, { purpose, trail });
  const tick = { kind: 'tick', at: live.clock.now() } as const;
  const { trails, tellings } = await reconcile([tick], [], liveGuard.guard);
  const reports = tellings.flatMap(({ report }) => (report?.kind === 'baseline' ? [report] : []));
  const incidents = reports.filter(({ event }) => INCIDENTS.has(event));
  return {
    ...liveGuard,
    passes: trails,
    baselineIncidents: incidents.map(({ trail: of, event, by, why, baseline }) => ({
      trail: of,
      event,
      by,
      why,
      baseline,
    })),
  };
}
