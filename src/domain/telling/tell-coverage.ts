import { findWeaknesses } from '../baseline/baseline-weaknesses.ts';
import type { Guard } from '../guard.ts';
import type { Standing } from '../standing.ts';
import { findTrail, isLogging, type Trail } from '../trail.ts';
import type { TrailPass } from '../trail-pass.ts';
import type { CoverageReport, CoveredTrail } from './report.ts';
import { readEntry, type Telling, type Told, tell } from './telling.ts';
import { headerOf } from './trail-report.ts';

/**
 * Tells once what is guarded and what is not. It waits for somebody who can hear it: an e-mail address gets nothing
 * before its owner followed the link in SNS's confirmation.
 */
export async function tellCoverage(passes: readonly TrailPass[], guard: Guard): Promise<readonly Telling[]> {
  const { ports, settings } = guard;
  const { entry, leftOver } = await readEntry(ports, 'coverage', FIRST_MESSAGE, isTold);
  if (entry.state) return leftOver;
  const { confirmed } = await ports.alerts.readAudience();
  if (confirmed.read && confirmed.value === 0) return leftOver;
  return [...leftOver, await tell(ports, settings, entry, true, reportCoverage(passes, guard))];
}

const FIRST_MESSAGE = 'first-message';

const isTold = (value: unknown): value is true => value === true;

/** Whether the first message is written. */
export async function isCoverageTold({ ports }: Guard): Promise<boolean> {
  const entry = await ports.ledger.load<Partial<Told<unknown>>>('coverage', FIRST_MESSAGE);
  return isTold(entry?.value?.state);
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
          baseline: standing.baseline?.version ?? null,
          weaknesses: standing.baseline ? findWeaknesses(standing.baseline.parts, trail.accountId) : [],
          isOff: status.read && !isLogging(status.value),
          destination: destinationOf(standing),
          because: `${standing.because}${stateOf(status, standing)}${elsewhereOf(standing)}`,
        },
      ]
    : [];

/** What the trail uses and its baseline does not declare is another account's, or could not be read. */
function elsewhereOf({ baseline, isDestination }: Standing): string {
  if (!baseline || isDestination) return '';
  const { trail, ...parts } = baseline.parts;
  const used = [
    trail.S3BucketName && !('bucket' in parts) && 'bucket',
    trail.KmsKeyId && !('key' in parts) && 'key',
    trail.SnsTopicARN && !('topic' in parts) && 'topic',
    trail.CloudWatchLogsLogGroupArn && !('logGroup' in parts) && 'log group',
  ].filter(Boolean);
  return used.length > 0
    ? `; its ${used.join(', ')} could not be read here: another account’s, whose own guard watches it`
    : '';
}

/** By name, what of another account's trail is guarded here. */
function destinationOf({ baseline, isDestination }: Standing): readonly string[] | null {
  if (!baseline || !isDestination) return null;
  const { trail, ...parts } = baseline.parts;
  const named = [
    ['bucket', trail.S3BucketName],
    ['key', trail.KmsKeyId],
    ['topic', trail.SnsTopicARN],
    ['logGroup', trail.CloudWatchLogsLogGroupArn],
  ] as const;
  return named.flatMap(([part, name]) => (part in parts && name ? `${WORDS[part]} ${name}` : []));
}

const WORDS = { bucket: 'bucket', key: 'key', topic: 'topic', logGroup: 'log group' } as const;

function stateOf(status: TrailPass['status'], { guarded: isGuarded, isDestination }: Standing): string {
  if (!isGuarded || isDestination) return '';
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
    baseline: null,
    weaknesses: [],
    isOff: false,
    destination: null,
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
    baseline: null,
    weaknesses: [],
    isOff: false,
    destination: null,
    because: whyMissing(named, trails),
  }));
}

function whyMissing(named: string, trails: readonly Trail[]): string {
  const namesake = trails.find(({ name }) => name === named);
  if (namesake) return `its home Region is ${namesake.homeRegion}: give its ARN in the guard’s parameters`;
  return 'no such trail is seen from here: correct the guard’s parameters';
}
