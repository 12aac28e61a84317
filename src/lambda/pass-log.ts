import type { Config } from '../config.ts';
import type { Audience } from '../domain/ports.ts';
import type { Pass } from '../domain/reconcile.ts';
import type { Signal } from '../domain/signal.ts';
import type { Report } from '../domain/telling/report.ts';
import { writeMetricLine } from './metric-line.ts';

interface Run {
  readonly occasion: string;
  readonly signals: readonly Signal[];
  readonly pass: Pass;
  readonly audience: Audience | undefined;
  readonly at: number;
  readonly config: Config;
}

/** One line a run, with its metrics. */
export function logPass({ occasion, signals, pass, audience, at, config }: Run): void {
  const metrics = {
    Sweeps: occasion === 'events' ? 0 : 1,
    Restored: pass.trails.filter(({ steps, isLit }) => steps.length > 0 && isLit).length,
    TrailsDark: pass.trails.filter(({ standing, isLit }) => standing.guarded && !isLit).length,
    AlertsFailed: pass.tellings.filter(({ end }) => end === 'failed').length,
    ...(audience?.pending.read && { SubscriptionsPending: audience.pending.value }),
  };
  const line = {
    message: 'pass',
    occasion,
    signals: signals.length,
    eventIds: signals.flatMap((signal) => (signal.kind === 'api-call' ? [signal.eventId] : [])),
    trails: pass.trails.map(({ trail, standing, steps, isLit, status }) => ({
      arn: trail?.arn,
      guarded: standing.guarded,
      because: standing.because,
      isLit,
      ...(status.read ? {} : { unread: status.reason }),
      // Whole policies would fill the log.
      steps: steps.map(({ input: _, trailArn: __, ...step }) => step),
    })),
    told: pass.tellings.map((telling) => ({
      end: telling.end,
      ...(telling.end === 'failed' && { reason: telling.reason }),
      ...describeReport(telling.report),
    })),
  };
  writeMetricLine(line, metrics, { at, config });
}

/** One line for a pass that failed as a whole, such as when CloudTrail does not answer. */
export function logFailure(error: unknown): void {
  process.stdout.write(`${JSON.stringify({ message: 'pass failed', reason: reasonOf(error) })}\n`);
}

/** One line for a report that machines did not get. It counts as an alert that failed: people hear of it by the alarm. */
export function logChannelFailure(
  channel: string,
  error: unknown,
  where: { at: number; config: Config },
): void {
  const line = { message: 'a channel failed', channel, reason: reasonOf(error) };
  writeMetricLine(line, { AlertsFailed: 1 }, where);
}

const reasonOf = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** What a line of log needs to tell one message from another, whatever its kind. */
const TELLING_FIELDS = ['incidentId', 'notice', 'outcome', 'times', 'event', 'about', 'occasion'];

function describeReport(report: Report | null) {
  if (!report) return {};
  const fields = Object.entries(report).filter(([field]) => TELLING_FIELDS.includes(field));
  return { report: report.kind, ...Object.fromEntries(fields) };
}
