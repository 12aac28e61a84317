import { randomUUID } from 'node:crypto';
import type {
  DeleteBucketLifecycleRequest,
  GetBucketLifecycleConfigurationOutput,
  GetBucketLifecycleConfigurationRequest,
  LifecycleExpiration,
  LifecycleRule,
  PutBucketLifecycleConfigurationOutput,
  PutBucketLifecycleConfigurationRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';
import { runLifecycleDaily } from './lifecycle-expiry.ts';
import { invalidArgument, invalidRequest, malformedXml } from './s3-error.ts';

const MAX_RULES = 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const ACTIONS = [
  'Expiration',
  'Transitions',
  'NoncurrentVersionExpiration',
  'NoncurrentVersionTransitions',
  'AbortIncompleteMultipartUpload',
] as const;

export const PutBucketLifecycleConfiguration: Operation<
  PutBucketLifecycleConfigurationRequest,
  PutBucketLifecycleConfigurationOutput
> = (input, call) => {
  const bucket = accessBucket(input.Bucket, call);
  const rules = input.LifecycleConfiguration?.Rules ?? [];
  checkRules(rules);
  const minimum = input.TransitionDefaultMinimumObjectSize ?? 'all_storage_classes_128K';
  bucket.settings.lifecycle = {
    Rules: rules.map((rule) => ({ ...rule, ID: rule.ID || randomUUID() })),
    TransitionDefaultMinimumObjectSize: minimum,
  };
  runLifecycleDaily(call.world, bucket);
  return { TransitionDefaultMinimumObjectSize: minimum };
};

export const GetBucketLifecycleConfiguration: Operation<
  GetBucketLifecycleConfigurationRequest,
  GetBucketLifecycleConfigurationOutput
> = (input, call) => {
  const { lifecycle } = accessBucket(input.Bucket, call).settings;
  if (lifecycle) return lifecycle;
  throw new ServiceError('NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist', 404);
};

export const DeleteBucketLifecycle: Operation<DeleteBucketLifecycleRequest, void> = (input, call) => {
  accessBucket(input.Bucket, call).settings.lifecycle = undefined;
};

function checkRules(rules: readonly LifecycleRule[]): void {
  const isMalformed = ({ Status, Filter, Prefix }: LifecycleRule) =>
    (Status !== 'Enabled' && Status !== 'Disabled') || (Filter === undefined && Prefix === undefined);
  if (rules.length === 0 || rules.length > MAX_RULES || rules.some(isMalformed)) throw malformedXml();
  if (rules.some((rule) => ACTIONS.every((action) => rule[action] === undefined))) {
    throw invalidRequest('At least one action needs to be specified in a rule');
  }
  const ids = rules.flatMap(({ ID }) => ID ?? []);
  if (new Set(ids).size < ids.length) throw invalidArgument('Rule ID must be unique.');
  for (const { Expiration } of rules) checkExpiration(Expiration ?? {});
}

function checkExpiration({ Days, Date: date }: LifecycleExpiration): void {
  if (Days !== undefined && date !== undefined) throw malformedXml();
  if (Days !== undefined && !(Number.isInteger(Days) && Days > 0)) {
    throw invalidArgument("'Days' for Expiration action must be a positive integer");
  }
  if (date !== undefined && +date % DAY_MS !== 0) throw invalidArgument("'Date' must be at midnight GMT");
}
