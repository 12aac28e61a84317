import type { FunctionEventInvokeConfig, PutFunctionEventInvokeConfigRequest } from '@aws-sdk/client-lambda';
import { unsupported } from '../../endpoint/unsupported.ts';
import { invalidParameter, notFound } from './lambda-error.ts';
import { type EventInvokeConfig, LATEST, type LambdaFunction } from './store.ts';

/** @throws ServiceError `InvalidParameterValueException`, `NotImplemented` by name */
export function eventInvokeConfig(
  input: PutFunctionEventInvokeConfigRequest,
  modifiedAt: number,
): EventInvokeConfig {
  const { MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig = {} } = input;
  if (DestinationConfig.OnSuccess?.Destination) throw unsupported('destinations of events that succeeded');
  const onFailure = DestinationConfig.OnFailure?.Destination;
  if (onFailure && !/^arn:[^:]+:sqs:/.test(onFailure))
    throw unsupported(`the failure destination ${onFailure}`);
  checkBetween('MaximumRetryAttempts', MaximumRetryAttempts, 0, 2);
  checkBetween('MaximumEventAgeInSeconds', MaximumEventAgeInSeconds, 60, 21_600);
  return {
    maximumRetryAttempts: MaximumRetryAttempts,
    maximumEventAgeInSeconds: MaximumEventAgeInSeconds,
    onFailure,
    modifiedAt,
  };
}

function checkBetween(name: string, value: number | undefined, least: number, most: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return;
  throw invalidParameter(`${name} must be a whole number from ${least} to ${most}, not ${value}.`);
}

/** @throws ServiceError `ResourceNotFoundException` when the function has none */
export function showEventInvokeConfig(fn: LambdaFunction): FunctionEventInvokeConfig {
  const { eventInvokeConfig: config } = fn;
  const arn = fn.version === LATEST ? `${fn.arn}:${LATEST}` : fn.arn;
  if (!config) throw notFound(`The function ${arn} doesn't have an EventInvokeConfig`);
  return {
    FunctionArn: arn,
    LastModified: new Date(config.modifiedAt),
    MaximumRetryAttempts: config.maximumRetryAttempts,
    MaximumEventAgeInSeconds: config.maximumEventAgeInSeconds,
    DestinationConfig: {
      OnSuccess: {},
      OnFailure: config.onFailure ? { Destination: config.onFailure } : {},
    },
  };
}
