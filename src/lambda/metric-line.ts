import type { Config } from '../config.ts';

/**
 * Writes a line of JSON of which CloudWatch makes metrics by the embedded metric format, so that they need no call and no
 * permission. Told apart by the stack's name: two guards in one account and Region must not hide each other's silence.
 * @param at milliseconds since the epoch
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function writeMetricLine(
  fields: object,
  metrics: Readonly<Record<string, number>>,
  { at, config }: { readonly at: number; readonly config: Config },
): void {
  const Metrics = Object.keys(metrics).map((Name) => ({ Name }));
  const line = {
    ...fields,
    ...metrics,
    Stack: config.settings.stackId.split('/')[1] ?? '',
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [{ Namespace: 'trailkeeper', Dimensions: [['Stack']], Metrics }],
    },
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
