import type { Guard } from './guard.ts';
import type { TrailPass } from './look.ts';
import type { CoverageReport, CoveredTrail } from './report.ts';
import { readEntry, type Telling, tell } from './telling.ts';
import { findTrail, isLogging, type Trail } from './trail.ts';
import { headerOf } from './trail-report.ts';

/**
 * Tells once what is guarded and what is not. It waits for somebody who can hear it: an e-mail address gets nothing
 * before its owner followed the link in SNS's confirmation.
 */
export async function tellCoverage(passes: readonly TrailPass[], guard: Guard): Promise<readonly Telling[]> {
  const { ports, settings } = guard;
  const isTold = (value: unknown): value is true => value === true;
  const { entry, leftOver } = await readEntry(ports, 'coverage', 'first-message', isTold);
  if (entry.state) return leftOver;
  const { confirmed } = await ports.alerts.readAudience();
  if (confirmed.read && confirmed.value === 0) return leftOver;
  return [...leftOver, await tell(ports, settings, entry, true, reportCoverage(passes, guard))];
}

function reportCoverage(passes: readonly TrailPass[], guard: Guard): CoverageReport {
  const trails = [...passes.flatMap(coverTrail), ...missingTrails(passes, guard)];
  const isAnyGuarded = trails.some(({ guarded }) => guarded);
  return {
    ...headerOf(guard),
    kind: 'coverage',
    occasion: 'deployment',
    trails,
    severity: isAnyGuarded ? 'info' : 'high',
  };
}

const coverTrail = ({ trail, standing, status }: TrailPass): readonly CoveredTrail[] =>
  trail
    ? [
        {
          name: trail.name,
          arn: trail.arn,
          homeRegion: trail.homeRegion,
          guarded: standing.guarded,
          isOff: status.read && !isLogging(status.value),
          because: `${standing.because}${stateOf(status, standing.guarded)}`,
        },
      ]
    : [];

function stateOf(status: TrailPass['status'], isGuarded: boolean): string {
  if (!isGuarded) return '';
  if (!status.read) return '; its status could not be read';
  return isLogging(status.value) ? '' : '; it is dark now';
}

/** Tells that the guard goes: the last thing it does. */
export async function tellRemoval(trails: readonly Trail[], guard: Guard): Promise<void> {
  const because = 'the guard’s stack is being deleted';
  const covered = trails.map(({ name, arn, homeRegion }) => ({
    name,
    arn,
    homeRegion,
    guarded: false,
    isOff: false,
    because,
  }));
  await guard.ports.alerts.send({
    ...headerOf(guard),
    kind: 'coverage',
    occasion: 'removal',
    trails: covered,
    severity: 'critical',
  });
}

/** Names in the parameters that no trail bears: misspelt, of another Region, or of a trail that is gone. */
function missingTrails(passes: readonly TrailPass[], { settings }: Guard): readonly CoveredTrail[] {
  const trails = passes.flatMap(({ trail }) => trail ?? []);
  const missing = settings.trails.filter((named) => !findTrail(trails, named, settings.region));
  return missing.map((named) => ({
    name: named,
    arn: named,
    homeRegion: settings.region,
    guarded: false,
    isOff: false,
    because: whyMissing(named, trails),
  }));
}

function whyMissing(named: string, trails: readonly Trail[]): string {
  const namesake = trails.find(({ name }) => name === named);
  if (namesake) return `its home Region is ${namesake.homeRegion}: give its ARN in the guard’s parameters`;
  return 'no such trail is seen from here: correct the guard’s parameters';
}
