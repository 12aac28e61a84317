import { canonicalPart } from '../../domain/canonical/part.ts';
import { isJsonObject, type JsonObject } from '../../domain/json.ts';
import type { NamedFilter, PartValues } from '../../domain/parts.ts';
import { type Part, readPart } from '../../domain/snapshot.ts';
import type { AwsCall, CallAws } from '../call-aws.ts';

type Alarms = PartValues['logGroup.alarms'];

interface Where {
  readonly region: string;
  readonly callAws: CallAws;
}

/**
 * The alarms of these names; of none where no names were approved, so that such a trail costs no call.
 * @param names null: whichever watch what the metric filters count
 * @returns undefined when there is nothing to ask for
 */
export async function readAlarms(
  names: readonly string[] | null,
  metricFilters: Promise<Part<readonly NamedFilter[]>>,
  where: Where,
): Promise<Part<Alarms> | undefined> {
  if (names?.length === 0) return;
  return readPart(async () =>
    canonicalPart(
      'logGroup.alarms',
      names ? await findByName(names, where) : await findByMetrics(await metricFilters, where),
    ),
  );
}

/** As many as DescribeAlarms takes, and answers. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const NAMES_A_CALL = 100;

async function findByName(names: readonly string[], where: Where): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (let start = 0; start < names.length; start += NAMES_A_CALL) {
    const AlarmNames = names.slice(start, start + NAMES_A_CALL);
    found.push(...(await describe('DescribeAlarms', { AlarmNames, MaxRecords: NAMES_A_CALL }, where)));
  }
  return found;
}

/** One call each, and once in a trail's life: what more would cost is for whoever has so many. */
const METRICS_AT_MOST = 30;

/** @throws Error when the metric filters could not be read, or count more than is asked for */
async function findByMetrics(
  metricFilters: Part<readonly NamedFilter[]>,
  where: Where,
): Promise<readonly unknown[]> {
  if (!metricFilters.read) throw new Error(`the metric filters are unread: ${metricFilters.reason}`);
  const metrics = metricsOf(metricFilters.value);
  if (metrics.length > METRICS_AT_MOST)
    throw new Error(`the metric filters make ${metrics.length} metrics, more than ${METRICS_AT_MOST}`);
  const found: unknown[] = [];
  // One after the other: nothing waits for it, and CloudWatch takes few of these a second.
  for (const metric of metrics) found.push(...(await describe('DescribeAlarmsForMetric', metric, where)));
  return found;
}

/**
 * Each metric once. One with dimensions has as many metrics as they have values, and AWS finds its alarms by a value alone.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmsForMetric.html
 */
function metricsOf(filters: readonly NamedFilter[]): readonly JsonObject[] {
  const made = filters.flatMap(({ metricTransformations }) =>
    Array.isArray(metricTransformations) ? metricTransformations.filter(isJsonObject) : [],
  );
  const metrics = made
    .filter(({ dimensions }) => !isJsonObject(dimensions) || Object.keys(dimensions).length === 0)
    .map(({ metricNamespace: Namespace, metricName: MetricName }) => ({ Namespace, MetricName }));
  return [...new Map(metrics.map((metric) => [JSON.stringify(metric), metric])).values()];
}

async function describe(
  operation: 'DescribeAlarms' | 'DescribeAlarmsForMetric',
  input: JsonObject,
  { region, callAws }: Where,
): Promise<readonly unknown[]> {
  const call: AwsCall = { service: 'cloudwatch', operation, region, input };
  const { MetricAlarms } = await callAws(call);
  return Array.isArray(MetricAlarms) ? MetricAlarms : [];
}
