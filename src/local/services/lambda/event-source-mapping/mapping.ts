import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import type { MappingSettings } from './mapping-settings.ts';

/** A queue whose messages a function handles. */
export interface EventSourceMapping {
  readonly uuid: string;
  readonly arn: string;
  readonly queueArn: string;
  readonly tags: Map<string, string>;
  functionArn: string;
  settings: MappingSettings;
  modifiedAt: number;
  lastProcessingResult: string;
  /** Ends the polling; messages under way are still handled. */
  stop: () => void;
}

/** A mapping as its operations show it. `state` is given while it changes. */
export function mappingConfiguration(
  { uuid, arn, queueArn, functionArn, settings, modifiedAt, lastProcessingResult }: EventSourceMapping,
  state: string = settings.isEnabled ? 'Enabled' : 'Disabled',
): EventSourceMappingConfiguration {
  return {
    UUID: uuid,
    EventSourceMappingArn: arn,
    EventSourceArn: queueArn,
    FunctionArn: functionArn,
    BatchSize: settings.batchSize,
    MaximumBatchingWindowInSeconds: settings.batchingWindowSeconds,
    FunctionResponseTypes: settings.reportsBatchItemFailures ? ['ReportBatchItemFailures'] : [],
    LastModified: new Date(modifiedAt),
    LastProcessingResult: lastProcessingResult,
    State: state,
    StateTransitionReason: 'USER_INITIATED',
    ...(settings.maximumConcurrency && {
      ScalingConfig: { MaximumConcurrency: settings.maximumConcurrency },
    }),
    ...(settings.filterPatterns.length > 0 && {
      FilterCriteria: { Filters: settings.filterPatterns.map((Pattern) => ({ Pattern })) },
    }),
  };
}
