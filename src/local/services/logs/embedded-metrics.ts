export interface EmbeddedMetric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: ReadonlyMap<string, string>;
  readonly value: number;
  readonly unit?: string;
  readonly at?: number;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The metrics in a log line of the embedded metric format; none in any other line.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function metricsIn(line: string): EmbeddedMetric[] {
  if (!line.includes('"_aws"')) return [];
  const root = parse(line);
  const metadata = asObject(root?._aws);
  if (!root || !metadata) return [];
  const at = typeof metadata.Timestamp === 'number' ? { at: metadata.Timestamp } : {};
  return objectsIn(metadata.CloudWatchMetrics).flatMap((directive) =>
    metricsOf(directive, root).map((metric) => ({ ...metric, ...at })),
  );
}

function metricsOf(directive: Json, root: Json): EmbeddedMetric[] {
  const { Namespace: namespace, Dimensions: sets } = directive;
  if (typeof namespace !== 'string' || !Array.isArray(sets)) return [];
  const dimensionSets = sets.flatMap((names) => dimensionsOf(names, root) ?? []);
  return objectsIn(directive.Metrics).flatMap((metric) =>
    valuesOf(metric, root).flatMap((value) =>
      dimensionSets.map((dimensions) => ({ namespace, dimensions, value, ...nameAndUnit(metric) })),
    ),
  );
}

/** The values that a set of names stands for; undefined when one of them is no text. */
function dimensionsOf(names: unknown, root: Json): ReadonlyMap<string, string> | undefined {
  if (!Array.isArray(names)) return undefined;
  const dimensions = new Map<string, string>();
  for (const name of names) {
    const value = ownValue(root, name);
    if (typeof value !== 'string') return undefined;
    dimensions.set(name, value);
  }
  return dimensions;
}

function valuesOf({ Name }: Json, root: Json): number[] {
  const value = ownValue(root, Name);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((member) => typeof member === 'number');
}

const nameAndUnit = ({ Name, Unit }: Json) => ({
  name: String(Name),
  ...(typeof Unit === 'string' ? { unit: Unit } : {}),
});

const ownValue = (root: Json, name: unknown) =>
  typeof name === 'string' && Object.hasOwn(root, name) ? root[name] : undefined;

const objectsIn = (value: unknown): Json[] =>
  Array.isArray(value) ? value.map(asObject).filter((member) => member !== undefined) : [];

const asObject = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null ? (value as Json) : undefined;

function parse(line: string): Json | undefined {
  try {
    return asObject(JSON.parse(line));
  } catch {
    return undefined;
  }
}
