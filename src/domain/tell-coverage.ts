import type { Guard } from './guard.ts';
import type { TrailPass } from './look.ts';
import type { CoverageReport, CoveredTrail } from './report.ts';
import { sendLeftOver, type Telling, type Told, tell } from './telling.ts';
import { headerOf } from './trail-report.ts';

/** There is one first message, so its entry needs no name of its own. */
const ENTRY = { kind: 'coverage', id: 'first-message' } as const;

/**
 * Tells once what is guarded and what is not. It waits for somebody who can hear it: an e-mail address gets nothing
 * before its owner followed the link in SNS's confirmation.
 */
export async function tellCoverage(passes: readonly TrailPass[], guard: Guard): Promise<readonly Telling[]> {
  const { ledger, alerts } = guard.ports;
  const entry = await ledger.load<Told<true>>(ENTRY.kind, ENTRY.id);
  if (entry) {
    await sendLeftOver(guard.ports, ENTRY.kind, ENTRY.id, entry);
    return [];
  }
  const { confirmed } = await alerts.readAudience();
  if (confirmed.read && confirmed.value === 0) return [];
  return [
    await tell(guard.ports, guard.settings, { ...ENTRY, version: 0 }, true, reportCoverage(passes, guard)),
  ];
}

function reportCoverage(passes: readonly TrailPass[], guard: Guard): CoverageReport {
  const trails = passes.flatMap(coverTrail);
  const isAnyGuarded = trails.some(({ guarded }) => guarded);
  return { ...headerOf(guard), kind: 'coverage', trails, severity: isAnyGuarded ? 'info' : 'high' };
}

const coverTrail = ({ trail, standing }: TrailPass): readonly CoveredTrail[] =>
  trail
    ? [
        {
          name: trail.name,
          arn: trail.arn,
          homeRegion: trail.homeRegion,
          guarded: standing.guarded,
          because: standing.because,
        },
      ]
    : [];
