import { asJsonObject, isJsonObject, type JsonObject } from '../domain/json.ts';
import type { ServiceEvent } from '../domain/signal.ts';
import { firstText, firstTime, readText } from './read-text.ts';

interface Watched {
  readonly source: ServiceEvent['source'];
  /** What its detail names. */
  readonly namesIn: (detail: JsonObject) => readonly unknown[];
}

const keyId = (detail: JsonObject) => [detail['key-id']];

/** By detail-type. */
const WATCHED: ReadonlyMap<string, Watched> = new Map<string, Watched>([
  // KMS guarantees it. @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html
  ['KMS CMK Deletion', { source: 'KMS', namesIn: keyId }],
  ['KMS Imported Key Material Expiration', { source: 'KMS', namesIn: keyId }],
  // @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
  ['CloudWatch Alarm State Change', { source: 'CloudWatch', namesIn: alarmAndMetrics }],
  ['CloudWatch Alarm Configuration Change', { source: 'CloudWatch', namesIn: alarmAndMetrics }],
  // @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-cwe.html
  ['Parameter Store Change', { source: 'Systems Manager', namesIn: ({ name }) => [name] }],
]);

/** CloudWatch's events come as `aws.cloudwatch`; only its API calls by CloudTrail come as `aws.monitoring`. */
const SOURCES: Readonly<Record<ServiceEvent['source'], string>> = {
  KMS: 'aws.kms',
  CloudWatch: 'aws.cloudwatch',
  'Systems Manager': 'aws.ssm',
};

/** Reads an event that a service sends by itself; undefined for one that is none of those watched. */
export function readServiceEvent(event: JsonObject): ServiceEvent | undefined {
  const type = readText(event['detail-type']) ?? '';
  const watched = WATCHED.get(type);
  if (!watched || event.source !== SOURCES[watched.source]) return;
  const named = [...listOf(event.resources), ...watched.namesIn(asJsonObject(event.detail))].map(readText);
  return {
    kind: 'service-event',
    source: watched.source,
    id: firstText(event.id) ?? '',
    type,
    at: firstTime(event.time),
    region: readText(event.region) ?? '',
    targets: [...new Set(named.filter((name) => name !== null))].slice(0, 100),
  };
}

/** The metrics tell whether the alarm watches a log group; a deleted alarm's event still holds them. */
function alarmAndMetrics({ alarmName, configuration }: JsonObject): readonly unknown[] {
  const metrics = listOf(asJsonObject(configuration).metrics).filter(isJsonObject);
  return [alarmName, ...metrics.map(({ metricStat }) => asJsonObject(asJsonObject(metricStat).metric).name)];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
