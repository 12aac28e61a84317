import { randomUUID } from 'node:crypto';
import type {
  DeleteBucketLifecycleRequest,
  GetBucketLifecycleConfigurationOutput,
  GetBucketLifecycleConfigurationRequest,
  LifecycleRule,
  PutBucketLifecycleConfigurationOutput,
  PutBucketLifecycleConfigurationRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { accessBucket } from './access-bucket.ts';

const ACTIONS = [
  'Expiration',
  'Transitions',
  'NoncurrentVersionExpiration',
  'NoncurrentVersionTransitions',
  'AbortIncompleteMultipartUpload',
] as const;

/** Keeps the rules; no object ever expires by them. */
export const PutBucketLifecycleConfiguration: Operation<
  PutBucketLifecycleConfigurationRequest,
  PutBucketLifecycleConfigurationOutput
> = (input, call) => {
  const { settings } = accessBucket(input.Bucket, call);
  const rules = input.LifecycleConfiguration?.Rules ?? [];
  checkRules(rules);
  const minimum = input.TransitionDefaultMinimumObjectSize ?? 'all_storage_classes_128K';
  settings.lifecycle = {
    Rules: rules.map((rule) => ({ ...rule, ID: rule.ID || randomUUID() })),
    TransitionDefaultMinimumObjectSize: minimum,
  };
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
  const isMalformed = ({ Status }: LifecycleRule) => Status !== 'Enabled' && Status !== 'Disabled';
  if (rules.length === 0 || rules.some(isMalformed)) {
    throw new ServiceError(
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema',
    );
  }
  if (rules.some((rule) => ACTIONS.every((action) => rule[action] === undefined))) {
    throw new ServiceError('InvalidRequest', 'At least one action needs to be specified in a rule');
  }
  const ids = rules.flatMap(({ ID }) => ID ?? []);
  if (new Set(ids).size < ids.length) {
    throw new ServiceError('InvalidArgument', 'Rule ID must be unique.');
  }
}
