import type { CreateEventSourceMappingRequest } from '@aws-sdk/client-lambda';
import { refuseUnsupported } from '../../../endpoint/unsupported.ts';
import { invalidParameter } from '../lambda-error.ts';
import { type MessageFilter, messageFilter } from './message-filter.ts';

/** How a queue is polled, checked and with Lambda's defaults. */
export interface MappingSettings {
  readonly isEnabled: boolean;
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  readonly maximumConcurrency: number | undefined;
  readonly reportsBatchItemFailures: boolean;
  readonly filterPatterns: readonly string[];
  /** Made of the patterns. */
  readonly filter: MessageFilter;
}

export type MappingInput = Omit<CreateEventSourceMappingRequest, 'FunctionName' | 'EventSourceArn' | 'Tags'>;

/** From here on, batches need a window to fill up in. */
const MAX_BATCH_WITHOUT_WINDOW = 10;

/**
 * Settings as a request asks for them; what it leaves out stays as it was.
 * @throws ServiceError `InvalidParameterValueException`, `NotImplemented` by name
 */
export function mappingSettings(input: MappingInput, current?: MappingSettings): MappingSettings {
  refuse(input);
  const filterPatterns = input.FilterCriteria
    ? (input.FilterCriteria.Filters ?? []).map(({ Pattern = '{}' }) => Pattern)
    : (current?.filterPatterns ?? []);
  const settings = {
    isEnabled: input.Enabled ?? current?.isEnabled ?? true,
    batchSize: input.BatchSize ?? current?.batchSize ?? 10,
    batchingWindowSeconds: input.MaximumBatchingWindowInSeconds ?? current?.batchingWindowSeconds ?? 0,
    maximumConcurrency: input.ScalingConfig
      ? input.ScalingConfig.MaximumConcurrency
      : current?.maximumConcurrency,
    reportsBatchItemFailures: input.FunctionResponseTypes
      ? input.FunctionResponseTypes.includes('ReportBatchItemFailures')
      : (current?.reportsBatchItemFailures ?? false),
    filterPatterns,
    filter: messageFilter(filterPatterns),
  };
  check(settings);
  return settings;
}

/** What is for other sources than queues, or not served. */
function refuse(input: MappingInput): void {
  refuseUnsupported(
    input,
    'KMSKeyArn',
    'MetricsConfig',
    'LoggingConfig',
    'ParallelizationFactor',
    'StartingPosition',
    'StartingPositionTimestamp',
    'DestinationConfig',
    'MaximumRecordAgeInSeconds',
    'BisectBatchOnFunctionError',
    'MaximumRetryAttempts',
    'TumblingWindowInSeconds',
    'Topics',
    'Queues',
    'SourceAccessConfigurations',
    'SelfManagedEventSource',
    'AmazonManagedKafkaEventSourceConfig',
    'SelfManagedKafkaEventSourceConfig',
    'DocumentDBEventSourceConfig',
    'ProvisionedPollerConfig',
  );
}

function check({ batchSize, batchingWindowSeconds, maximumConcurrency }: MappingSettings): void {
  checkBetween('BatchSize', batchSize, 1, 10_000);
  checkBetween('MaximumBatchingWindowInSeconds', batchingWindowSeconds, 0, 300);
  if (maximumConcurrency !== undefined) checkBetween('MaximumConcurrency', maximumConcurrency, 2, 1000);
  if (batchSize > MAX_BATCH_WITHOUT_WINDOW && batchingWindowSeconds === 0) {
    throw invalidParameter(
      'MaximumBatchingWindowInSeconds must be greater than 0 if maximum batch size is greater than 10',
    );
  }
}

function checkBetween(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw invalidParameter(`${name} must be a whole number from ${least} to ${most}, not ${value}.`);
}
