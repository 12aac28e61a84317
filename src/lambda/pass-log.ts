import type { Audience } from '../domain/ports.ts';
import type { Pass } from '../domain/reconcile.ts';
import type { Report } from '../domain/report.ts';
import type { Signal } from '../domain/signal.ts';

interface Run {
  readonly occasion: string;
  readonly signals: readonly Signal[];
  readonly pass: Pass;
  readonly audience: Audience | undefined;
  readonly at: number;
  /** Told apart by this: two guards in one account and Region must not hide each other's silence. */
  readonly stackName: string;
}

/**
 * One line of JSON a run. CloudWatch makes metrics of it by the embedded metric format, so that they need no call and
 * no permission.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function logPass({ occasion, signals, pass, audience, at, stackName }: Run): void {
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
      steps: steps.map((step) => ({ ...step, trailArn: undefined })),
    })),
    told: pass.tellings.map((telling) => ({
      end: telling.end,
      ...(telling.end === 'failed' && { reason: telling.reason }),
      ...describeReport(telling.report),
    })),
    ...metrics,
    Stack: stackName,
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [
        {
          Namespace: 'trailkeeper',
          Dimensions: [['Stack']],
          Metrics: Object.keys(metrics).map((Name) => ({ Name })),
        },
      ],
    },
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** One line for a pass that failed as a whole, such as when CloudTrail does not answer. */
export function logFailure(error: unknown): void {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  process.stdout.write(`${JSON.stringify({ message: 'pass failed', reason })}\n`);
}

function describeReport(report: Report | null) {
  if (report?.kind !== 'trail') return report ? { report: report.kind } : {};
  const { incidentId, notice, outcome, times } = report;
  return { report: report.kind, incidentId, notice, outcome, times };
}
