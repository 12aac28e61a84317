import type { LoggingConfig } from '@aws-sdk/client-lambda';
import { invalidParameter } from './lambda-error.ts';

export interface LoggingSettings {
  readonly format: 'Text' | 'JSON';
  readonly group: string;
  /** Only where the format is JSON. */
  readonly applicationLevel: string | undefined;
  readonly systemLevel: string | undefined;
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-logs.html */
export function loggingSettings(
  { LogFormat: format = 'Text', LogGroup, ApplicationLogLevel, SystemLogLevel }: LoggingConfig,
  functionName: string,
): LoggingSettings {
  if (format === 'Text' && (ApplicationLogLevel || SystemLogLevel)) {
    throw invalidParameter('Log levels can only be set where the log format is JSON.');
  }
  const isJson = format === 'JSON';
  return {
    format,
    group: LogGroup || `/aws/lambda/${functionName}`,
    applicationLevel: isJson ? (ApplicationLogLevel ?? 'INFO') : undefined,
    systemLevel: isJson ? (SystemLogLevel ?? 'INFO') : undefined,
  };
}
