import type { PutTransformerRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Operation } from '../../endpoint/operation.ts';
import { requireStandardClass } from './filter-name.ts';
import { findGroup, invalidParameter } from './groups.ts';

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutTransformer.html */
const MAX_PROCESSORS = 20;

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
  const now = call.world.clock.now();
  group.transformer = { processors, createdAt: group.transformer?.createdAt ?? now, modifiedAt: now };
};
