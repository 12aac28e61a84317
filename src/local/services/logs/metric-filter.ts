import type { MetricTransformation, PutMetricFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { checkFilterName } from './filter-name.ts';
import { filterPattern } from './filter-pattern.ts';
import { invalidParameter } from './groups.ts';
import { type JsonSelector, jsonSelector } from './json-selector.ts';

/** Makes a metric of the log events that its pattern lets through. */
export interface MetricFilter {
  readonly name: string;
  readonly pattern: string;
  readonly createdAt: number;
  readonly transformation: MetricTransformation;
  readonly appliesToTransformed: boolean;
  readonly passes: (message: string) => boolean;
  /** The value that an event adds; undefined when it holds no number there. */
  readonly valueOf: (message: string) => number | undefined;
}

const MAX_DIMENSIONS = 3;

/** @throws ServiceError `InvalidParameterException` */
export function metricFilter(input: PutMetricFilterRequest, createdAt: number): MetricFilter {
  refuseUnsupported(input, 'fieldSelectionCriteria', 'emitSystemFieldDimensions');
  const { filterName: name = '', filterPattern: pattern = '', metricTransformations = [] } = input;
  const [transformation, ...others] = metricTransformations;
  checkFilterName(name);
  if (!transformation || others.length > 0) throw invalidParameter('A metric filter has one transformation.');
  checkTransformation(transformation);
  return {
    name,
    pattern,
    createdAt,
    transformation,
    appliesToTransformed: input.applyOnTransformedLogs ?? false,
    passes: filterPattern(pattern),
    valueOf: valueReader(transformation.metricValue ?? ''),
  };
}

function checkTransformation(transformation: MetricTransformation): void {
  const { metricName = '', metricNamespace = '', defaultValue, dimensions = {} } = transformation;
  if (!/^[^:*$]{1,255}$/.test(metricName)) throw invalidParameter(`Invalid metric name: ${metricName}`);
  if (!/^[^:*$]{1,255}$/.test(metricNamespace)) {
    throw invalidParameter(`Invalid metric namespace: ${metricNamespace}`);
  }
  const count = Object.keys(dimensions).length;
  if (count > MAX_DIMENSIONS)
    throw invalidParameter(`A metric filter has at most ${MAX_DIMENSIONS} dimensions.`);
  if (count > 0 && defaultValue !== undefined) {
    throw invalidParameter(
      'Invalid metric transformation: dimensions and default value are mutually exclusive.',
    );
  }
}

/** `1`, or the selector of a number in the event. */
function valueReader(text: string): MetricFilter['valueOf'] {
  if (text.startsWith('$')) {
    const select = jsonSelector(text);
    return (message) => numberIn(select, message);
  }
  const value = Number(text);
  if (text === '' || Number.isNaN(value)) {
    throw invalidParameter('Invalid metric transformation: metricValue must be a number or a selector.');
  }
  return () => value;
}

/** What a selector finds in an event that is JSON. */
export function firstIn(select: JsonSelector, message: string): unknown {
  try {
    return select(JSON.parse(message))[0];
  } catch {
    return undefined;
  }
}

function numberIn(select: JsonSelector, message: string): number | undefined {
  const value = firstIn(select, message);
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
