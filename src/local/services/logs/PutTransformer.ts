import type { Processor, PutTransformerRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { requireStandardClass } from './filter-name.ts';
import { findGroup, invalidParameter } from './groups.ts';

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutTransformer.html */
const MAX_PROCESSORS = 20;

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Create.html */
const isParser = (processor: Processor | undefined): boolean =>
  Object.keys(processor ?? {}).some((name) => name.startsWith('parse') || name === 'grok' || name === 'csv');

/** Keeps a transformer, and shows no event transformed. */
export const PutTransformer: Operation<PutTransformerRequest, void> = (
  { logGroupIdentifier, transformerConfig: processors = [] },
  call,
) => {
  const group = findGroup(logGroupIdentifier, call);
  requireStandardClass(group);
  if (processors.length === 0 || processors.length > MAX_PROCESSORS) {
    throw invalidParameter(`A transformer has 1 to ${MAX_PROCESSORS} processors.`);
  }
  if (!isParser(processors[0])) throw invalidParameter('The first processor of a transformer is a parser.');
  const now = call.world.clock.now();
  group.transformer = { processors, createdAt: group.transformer?.createdAt ?? now, modifiedAt: now };
};
