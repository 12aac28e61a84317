import type { Guard } from './guard.ts';
import type { TrailPass } from './look.ts';
import type { CoverageReport, CoveredTrail } from './report.ts';
import { readEntry, type Telling, tell } from './telling.ts';
import { headerOf } from './trail-report.ts';

/**
 * Tells once what is guarded and what is not. It waits for somebody who can hear it: an e-mail address gets nothing
 * before its owner followed the link in SNS's confirmation.
 */
export async function tellCoverage(passes: readonly TrailPass[], guard: Guard): Promise<readonly Telling[]> {
  const { ports, settings } = guard;
  const entry = await readEntry<true>(ports, 'coverage', 'first-message');
  if (entry.state) return [];
  const { confirmed } = await ports.alerts.readAudience();
  if (confirmed.read && confirmed.value === 0) return [];
  return [await tell(ports, settings, entry, true, reportCoverage(passes, guard))];
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
